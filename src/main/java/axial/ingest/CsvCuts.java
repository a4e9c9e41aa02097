package axial.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts of a CSV file: after line ends that stand in no quotation marks. Marks count as the parser counts them: they open
 * only where a cell begins.
 */
final class CsvCuts implements Cuts {
    private final byte delimiter;
    private final long apart;
    private final List<Stretch> stretches = new ArrayList<>();
    private long at = 0;
    private long from = 0;
    private long fromLine = 1;
    private long line = 1;
    private boolean quoted = false;
    private boolean closed = false;
    private byte before = '\n';

    /**
     * @param delimiter between cells
     * @param apart how many bytes lie between two cuts at least
     */
    CsvCuts(char delimiter, long apart) {
        this.delimiter = (byte) delimiter;
        this.apart = apart;
    }

    @Override
    public void look(byte[] bytes, int length) {
        byte last = before;
        boolean within = quoted;
        boolean justClosed = closed;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '"') {
                // A doubled mark closes the cell and opens it again, which comes to the same.
                boolean opens = !within && (justClosed || last == delimiter || last == '\n' || last == '\r');
                justClosed = within;
                within = opens;
            } else {
                justClosed = false;
                if (b == '\n') {
                    line += last == '\r' ? 0 : 1;
                    if (!within && at + i + 1 - from >= apart) {
                        cut(at + i + 1);
                    }
                } else if (b == '\r') {
                    line++;
                }
            }
            last = b;
        }
        before = last;
        quoted = within;
        closed = justClosed;
        at += length;
    }

    private void cut(long to) {
        stretches.add(new Stretch(from, to, fromLine));
        from = to;
        fromLine = line;
    }

    @Override
    public List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>(stretches);
        if (at > from || all.isEmpty()) {
            all.add(new Stretch(from, Long.MAX_VALUE, fromLine));
        }
        return all;
    }
}
