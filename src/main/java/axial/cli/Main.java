package axial.cli;

/** The front door. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("axial");
    }
}
