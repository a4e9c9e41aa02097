package axial.store;

import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/**
 * A table's operations where a commit is tried once. The step that decides may be done and yet be reported as failed;
 * then trying again would add the same files twice, and clearing up would take them from the state that stands. So a
 * failure is left as it is, and the next start sees which state holds and sweeps the other.
 */
record OneAttempt(TableOperations operations) implements TableOperations {
    @Override
    public TableMetadata current() {
        return operations.current();
    }

    @Override
    public TableMetadata refresh() {
        return operations.refresh();
    }

    @Override
    public void commit(TableMetadata base, TableMetadata next) {
        try {
            operations.commit(base, next);
        } catch (RuntimeException failed) {
            throw new CommitStateUnknownException(failed);
        }
    }

    @Override
    public FileIO io() {
        return operations.io();
    }

    @Override
    public String metadataFileLocation(String file) {
        return operations.metadataFileLocation(file);
    }

    @Override
    public LocationProvider locationProvider() {
        return operations.locationProvider();
    }
}
