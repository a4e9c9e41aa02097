package axial.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What a gzip file holds: every member, each checked to its end (RFC 1952). A file that unpacks to far more than its
 * size is refused before it fills the memory or the disk.
 */
final class Gunzip extends FilterInputStream {
    /** Up to here any ratio will do. */
    private static final long FREE = 1L << 20;

    /** Text of visits packs about 5 to 20 to 1; one row repeated without end, over 500 to 1. */
    private static final long MOST_PER_BYTE = 200;

    private static final long MOST = 4L << 30;

    private final Counted packed;
    private long given = 0;

    private Gunzip(Counted packed, InputStream unpacked) {
        super(unpacked);
        this.packed = packed;
    }

    static Gunzip of(InputStream packed) throws IOException {
        Counted counted = new Counted(packed);
        try {
            return new Gunzip(counted, new GzipCompressorInputStream(counted, true));
        } catch (IOException broken) {
            throw told(broken, counted);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n;
        try {
            n = in.read(to, from, length);
        } catch (IOException broken) {
            throw told(broken, packed);
        }
        given += Math.max(n, 0);
        if (given > MOST || (given > FREE && given > MOST_PER_BYTE * packed.count)) {
            throw new FileFault(
                    0,
                    "it unpacks to more than " + (given > MOST ? "4 GiB" : MOST_PER_BYTE + " times its size")
                            + ", as no export of visits does. Unpack it and look; name the unpacked file if it is sound.");
        }
        return n;
    }

    private static IOException told(IOException broken, Counted packed) {
        if (broken instanceof FileFault) {
            return broken;
        }
        boolean cutOff = broken instanceof EOFException;
        return new FileFault(
                0,
                "the compressed file " + (cutOff ? "ends too early, at" : "is damaged before") + " byte " + packed.count
                        + " of the file. Send the file again.");
    }

    /** How much of the packed file has been taken. */
    private static final class Counted extends FilterInputStream {
        private long count = 0;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int n = in.read(to, from, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
