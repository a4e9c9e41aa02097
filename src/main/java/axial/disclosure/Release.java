package axial.disclosure;

import axial.tables.ClinicRow;
import axial.tables.CsvTable;
import axial.tables.EstimateRow;
import axial.tables.FlowRow;
import axial.tables.QualityRow;
import axial.tables.SafetyRow;
import java.util.List;
import java.util.Map;

/**
 * The tables of a run that count people, either as they were counted or as they may be read.
 *
 * @param further any others, by name
 */
public record Release(
        List<EstimateRow> estimates,
        List<ClinicRow> clinics,
        List<FlowRow> flow,
        List<SafetyRow> safety,
        List<QualityRow> quality,
        Map<String, CsvTable> further) {}
