package axial.walk;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;

/**
 * Whole numbers as bytes, for sending and keeping sums: those near zero, as most are, take one byte (zig-zag and base 128,
 * as in Protocol Buffers). Java's own way takes eight for each, and with the quick compiler more time than adding them up.
 */
final class Packed {
    private byte[] bytes;
    private int size = 0;

    Packed() {
        bytes = new byte[256];
    }

    private Packed(byte[] bytes) {
        this.bytes = bytes;
    }

    void put(long number) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long left = number << 1 ^ number >> 63;
        while ((left & ~0x7fL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void put(long[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            put(numbers[i]);
        }
    }

    void put(int[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            put(numbers[i]);
        }
    }

    /** The numbers in the order in which they were put. */
    long next() {
        long left = 0;
        int shift = 0;
        byte here = bytes[size++];
        while (here < 0) {
            left |= (here & 0x7fL) << shift;
            shift += 7;
            here = bytes[size++];
        }
        left |= (long) here << shift;
        return left >>> 1 ^ -(left & 1);
    }

    int nextInt() {
        return (int) next();
    }

    void next(long[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers[i] = next();
        }
    }

    void next(int[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers[i] = nextInt();
        }
    }

    /** The same numbers, to be read from the first on. */
    Packed again() {
        return new Packed(bytes);
    }

    void write(ObjectOutputStream out) throws IOException {
        out.writeInt(size);
        out.write(bytes, 0, size);
    }

    static Packed read(ObjectInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(in.readInt());
        if (bytes.length == 0) {
            throw new EOFException();
        }
        return new Packed(bytes);
    }
}
