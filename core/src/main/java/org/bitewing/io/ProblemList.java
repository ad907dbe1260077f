package org.bitewing.io;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Problem;

/** The problems found so far, bounded in number; where reading is strict, the first one is thrown instead. */
final class ProblemList {
    private final List<Problem> problems = new ArrayList<>();
    private final ReadOptions options;
    private long more;

    ProblemList(ReadOptions options) {
        this.options = options;
    }

    void add(Problem problem) {
        if (options.isStrict()) {
            throw new DicomException(problem.message() + " [" + problem.kind().clause() + "]", problem.location());
        }
        if (problems.size() < options.limits().problems()) {
            problems.add(problem);
        } else {
            more++;
        }
    }

    /** Adds what ended the reading, however many problems there are. */
    void addDamage(Problem problem) {
        problems.add(problem);
    }

    /** Whether another problem would still be listed; its message need not be made otherwise. */
    boolean isFull() {
        return !options.isStrict() && problems.size() >= options.limits().problems();
    }

    void countUnlisted() {
        more++;
    }

    List<Problem> list() {
        if (more == 0) {
            return List.copyOf(problems);
        }
        List<Problem> all = new ArrayList<>(problems);
        all.add(new Problem(Problem.Kind.UNLISTED, problems.get(0).location(), more + " more problems are not listed"));
        return List.copyOf(all);
    }
}
