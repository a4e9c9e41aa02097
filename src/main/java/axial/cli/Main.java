package axial.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The front door. */
@Command(
        name = "axial",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Visits in, the review's answer out.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ReportCommand.class,
            ForgetCommand.class,
            SynthCommand.class,
            ExplainCommand.class,
            SchemaCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:our bug",
            "2:usage, or the job file is invalid",
            "3:the input is refused",
            "4:privacy gate",
            "6:environment (disk, memory, Java)",
            "7:another run holds the store",
            "130:interrupted"
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandLine.Model.CommandSpec spec;

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"axial " + (version == null ? "development" : version)};
        }
    }

    /** Answers one command line; returns the exit code. */
    public static int answer(String... args) {
        boolean plain = System.getenv("NO_COLOR") != null || System.console() == null;
        CommandLine door = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        plain ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO))
                .setExecutionExceptionHandler((thrown, line, parsed) -> Failures.tell(thrown, System.err));
        try {
            return door.execute(args);
        } catch (Error fatal) {
            return Failures.tell(fatal, System.err);
        }
    }

    public static void main(String[] args) {
        System.exit(answer(args));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
    }
}
