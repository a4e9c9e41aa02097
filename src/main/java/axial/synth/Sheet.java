package axial.synth;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Writes rows of plain ASCII cells by hand, since there may be many millions; no cell here ever needs quotes. */
final class Sheet implements Closeable {
    /** A number that is not there: an empty cell. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int SIZE = 1 << 16;
    private static final int LONGEST_ROW = 1 << 11;
    private static final int FIRST_DAY = (int) LocalDate.of(2018, 1, 1).toEpochDay();
    private static final byte[][] DATES = dates();

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int length;
    private boolean rowBegun;

    Sheet(OutputStream out) {
        this.out = out;
    }

    private static byte[][] dates() {
        byte[][] dates = new byte[10 * 366][];
        for (int day = 0; day < dates.length; day++) {
            dates[day] = LocalDate.ofEpochDay(FIRST_DAY + day).toString().getBytes(StandardCharsets.US_ASCII);
        }
        return dates;
    }

    void text(String cell) {
        separate();
        append(cell);
    }

    /** One cell of an id and a two-digit count. */
    void numbered(String id, int count) {
        separate();
        append(id);
        put('-');
        put('0' + count / 10);
        put('0' + count % 10);
    }

    void date(int epochDay) {
        separate();
        byte[] date = DATES[epochDay - FIRST_DAY];
        System.arraycopy(date, 0, buffer, length, date.length);
        length += date.length;
    }

    void number(int cell) {
        separate();
        if (cell != NONE) {
            digits(cell);
        }
    }

    /** A number given in thousandths. */
    void thousandths(int cell) {
        separate();
        if (cell == NONE) {
            return;
        }
        if (cell < 0) {
            put('-');
        }
        int size = Math.abs(cell);
        digits(size / 1000);
        put('.');
        put('0' + size / 100 % 10);
        put('0' + size / 10 % 10);
        put('0' + size % 10);
    }

    void endRow() throws IOException {
        put('\n');
        rowBegun = false;
        if (length > SIZE - LONGEST_ROW) {
            flush();
        }
    }

    private void separate() {
        if (rowBegun) {
            put(',');
        }
        rowBegun = true;
    }

    private void digits(int number) {
        if (number < 0) {
            put('-');
        }
        int size = Math.abs(number);
        int power = 1;
        while (size / power >= 10) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            put('0' + size / power % 10);
        }
    }

    private void append(String cell) {
        for (int place = 0; place < cell.length(); place++) {
            put(cell.charAt(place));
        }
    }

    private void put(int character) {
        buffer[length++] = (byte) character;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
