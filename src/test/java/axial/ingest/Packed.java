package axial.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Bytes packed in the ways people pack them. */
final class Packed {
    private Packed() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    static byte[] cut(byte[] whole, int length) {
        return Arrays.copyOf(whole, length);
    }

    static byte[] flipped(byte[] whole, int at) {
        byte[] copy = whole.clone();
        copy[at] ^= 0x20;
        return copy;
    }

    interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    static byte[] packed(byte[] content, Packing packing) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(all)) {
            out.write(content);
        }
        return all.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GZIPOutputStream::new);
    }

    static byte[] gzip(String content) throws IOException {
        return gzip(bytes(content));
    }

    /** One gzip member that holds the text so many times, made without holding it. */
    static byte[] gzip(String head, String again, int times) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = bytes(again.repeat(Math.max(1, 65_536 / again.length())));
        int perChunk = chunk.length / again.length();
        try (OutputStream out = new GZIPOutputStream(all, 1 << 16)) {
            out.write(bytes(head));
            for (int written = 0; written < times; written += perChunk) {
                out.write(chunk);
            }
        }
        return all.toByteArray();
    }

    static byte[] zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(all)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return all.toByteArray();
    }

    static byte[] tar(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(all)) {
            TarArchiveEntry file = new TarArchiveEntry(entry);
            file.setSize(content.length);
            tar.putArchiveEntry(file);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return all.toByteArray();
    }

    /** The bytes whose values are these characters. */
    static byte[] raw(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
