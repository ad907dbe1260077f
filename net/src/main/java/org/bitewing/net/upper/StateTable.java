package org.bitewing.net.upper;

import java.util.Optional;

/**
 * PS3.8 Table 9-10, which action follows on an event in a state, and to which state it leads. Two cells depend on more:
 * AE-6 on whether the provider takes the request (3) or not (13), AR-8 on whether this side requested the association
 * (9) or accepted it (10). Thread-safe.
 */
public final class StateTable {
    /** A row is an event, a column a state; a cell is the action and the number of the next state, - is impossible. */
    private static final String TABLE = """
                   1       2       3       4       5       6       7       8       9      10      11      12      13
            1   AE-1/4     -       -       -       -       -       -       -       -       -       -       -       -
            2      -       -       -    AE-2/5     -       -       -       -       -       -       -       -       -
            3      -    AA-1/13 AA-8/13    -    AE-3/6  AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-6/13
            4      -    AA-1/13 AA-8/13    -    AE-4/1  AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-6/13
            5   AE-5/2     -       -       -       -       -       -       -       -       -       -       -       -
            6      -    AE-6/3  AA-8/13    -    AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-7/13
            7      -       -    AE-7/6     -       -       -       -       -       -       -       -       -       -
            8      -       -    AE-8/13    -       -       -       -       -       -       -       -       -       -
            9      -       -       -       -       -    DT-1/6     -    AR-7/8     -       -       -       -       -
            10     -    AA-1/13 AA-8/13    -    AA-8/13 DT-2/6  AR-6/7  AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-6/13
            11     -       -       -       -       -    AR-1/7     -       -       -       -       -       -       -
            12     -    AA-1/13 AA-8/13    -    AA-8/13 AR-2/8  AR-8/9  AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-6/13
            13     -    AA-1/13 AA-8/13    -    AA-8/13 AA-8/13 AR-3/1  AA-8/13 AA-8/13 AR-10/12 AR-3/1 AA-8/13 AA-6/13
            14     -       -       -       -       -       -       -    AR-4/13 AR-9/11    -       -    AR-4/13    -
            15     -       -    AA-1/13 AA-2/1  AA-1/13 AA-1/13 AA-1/13 AA-1/13 AA-1/13 AA-1/13 AA-1/13 AA-1/13    -
            16     -    AA-2/1  AA-3/1     -    AA-3/1  AA-3/1  AA-3/1  AA-3/1  AA-3/1  AA-3/1  AA-3/1  AA-3/1  AA-2/1
            17     -    AA-5/1  AA-4/1  AA-4/1  AA-4/1  AA-4/1  AA-4/1  AA-4/1  AA-4/1  AA-4/1  AA-4/1  AA-4/1  AR-5/1
            18     -    AA-2/1     -       -       -       -       -       -       -       -       -       -    AA-2/1
            19     -    AA-1/13 AA-8/13    -    AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-8/13 AA-7/13
            """;

    private static final State[] STATES = State.values();
    private static final Event[] EVENTS = Event.values();
    private static final Optional<Cell>[][] CELLS = parse();

    private StateTable() {
    }

    /**
     * A cell that is not empty.
     *
     * @param action what is to be done
     * @param next   the state that follows; of AE-6 where the request is taken, of AR-8 where this side is requestor
     */
    public record Cell(Action action, State next) {
    }

    /**
     * The cell of an event in a state.
     *
     * @param event what happened
     * @param state where the machine is
     * @return empty where the event cannot happen in the state
     */
    public static Optional<Cell> cell(Event event, State state) {
        return CELLS[event.ordinal()][state.ordinal()];
    }

    private static Optional<Cell>[][] parse() {
        String[] rows = TABLE.lines().skip(1).toArray(String[]::new);
        @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type has no other way to be made.
        Optional<Cell>[][] cells = new Optional[EVENTS.length][STATES.length];
        for (int event = 0; event < EVENTS.length; event++) {
            String[] row = rows[event].strip().split(" +");
            for (int state = 0; state < STATES.length; state++) {
                cells[event][state] = parse(row[state + 1]);
            }
        }
        return cells;
    }

    private static Optional<Cell> parse(String cell) {
        if (cell.equals("-")) {
            return Optional.empty();
        }
        int slash = cell.indexOf('/');
        Action action = Action.valueOf(cell.substring(0, slash).replace('-', '_'));
        return Optional.of(new Cell(action, STATES[Integer.parseInt(cell.substring(slash + 1)) - 1]));
    }
}
