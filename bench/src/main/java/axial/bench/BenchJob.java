package axial.bench;

/** The question of all measurements: {@code neck-review.yaml} without models, in small. */
final class BenchJob {
    private BenchJob() {}

    /** A job file that reads the visits of the given path. */
    static String of(String path) {
        return """
                axial: 1
                title: Measurement
                visits:
                  - path: %s
                    name: clinics
                cohort: { washout_days: 90, episodes: first, min_age: 18, baseline_days: 14, exclude: { red_flags: any } }
                arms:
                  cervical_manipulation: [manipulation:cervical]
                  cervical_mobilization: [mobilization:cervical]
                outcomes:
                  pain_nprs: { mcid: 2 }
                  ndi_percent: { mcid: 10 }
                windows:
                  immediate: { from: 0, to: 1, target: 0 }
                  short: { from: 2, to: 91, target: 28 }
                  intermediate: { from: 92, to: 364, target: 182 }
                  long: { from: 365, to: 730, target: 365 }
                cluster: clinic_id
                questions:
                  - id: manipulation-vs-mobilization
                    ask: Is cervical manipulation better or worse than cervical mobilization?
                    arm: cervical_manipulation
                    comparator: cervical_mobilization
                """.formatted(path);
    }
}
