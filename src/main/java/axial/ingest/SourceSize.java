package axial.ingest;

import axial.question.Job;
import axial.tables.VisitsTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * How much a job has to read, told from the sizes of its files and the beginning of each.
 *
 * @param bytes of all files; those of a database are not known
 * @param visits about how many; exact for Parquet, by the length of the first lines for text
 * @param clinics how many were seen in the first {@value #LOOKED_AT} records of each file: never too many
 */
public record SourceSize(long bytes, long visits, int clinics) {
    private static final int LOOKED_AT = 2000;
    private static final int HEAD = 1 << 18;

    /** By how much gzip makes lines of visits shorter. */
    private static final int PACKED = 5;

    static SourceSize of(Job job, List<Sources.Found> files) throws IOException {
        long bytes = 0;
        long visits = 0;
        Set<String> clinics = new TreeSet<>();
        for (Sources.Found found : files) {
            if (Database.isAddress(found.source().path())) {
                continue;
            }
            Format format = Objects.requireNonNull(Format.ALL.get(found.source().format()))
                    .forJob(job);
            for (SourceFile file : found.file().members()) {
                long size = file.path()
                        .getFileSystem(FileSystems.settings())
                        .getFileStatus(file.path())
                        .getLen();
                bytes += size;
                visits += format.isText() ? lines(file, size) : rows(file);
            }
            if (!format.together()) {
                addClinics(format, found, clinics);
            }
        }
        return new SourceSize(bytes, visits, clinics.size());
    }

    private static long lines(SourceFile file, long size) throws IOException {
        try (InputStream bytes = file.bytes()) {
            byte[] head = bytes.readNBytes(HEAD);
            long lines = 0;
            for (byte b : head) {
                lines += b == '\n' ? 1 : 0;
            }
            long all = file.isPacked() ? size * PACKED : size;
            return head.length < HEAD ? lines : Math.max(lines, lines * all / head.length);
        } catch (FileFault broken) {
            throw file.unreadable(broken, 0);
        }
    }

    private static long rows(SourceFile file) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(file.path(), FileSystems.settings()))) {
            return reader.getRecordCount();
        }
    }

    private static void addClinics(Format format, Sources.Found found, Set<String> clinics) throws IOException {
        String column = found.source().map().getOrDefault(VisitsTable.CLINIC_ID, VisitsTable.CLINIC_ID);
        try (Format.Records records = format.read(found.file(), found.source())) {
            for (int i = 0; i < LOOKED_AT && records.hasNext(); i++) {
                String clinic = records.next().cells().apply(column);
                if (clinic != null && !clinic.isBlank()) {
                    clinics.add(clinic.strip());
                }
            }
        }
    }
}
