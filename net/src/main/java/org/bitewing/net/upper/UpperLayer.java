package org.bitewing.net.upper;

import java.util.List;
import java.util.Optional;

/**
 * The state machine of one association, as a value: a step gives the commands to carry out and the machine that
 * follows. It owns no connection, no timer and no thread.
 *
 * @param state       where it is
 * @param isRequestor true on the side that asks for the association, false on the one that answers
 */
public record UpperLayer(State state, boolean isRequestor) {

    /**
     * A machine before its first event.
     *
     * @param isRequestor true on the side that asks for the association
     * @return an idle machine
     */
    public static UpperLayer idle(boolean isRequestor) {
        return new UpperLayer(State.STA1, isRequestor);
    }

    /**
     * What follows from an event.
     *
     * @param action what is done
     * @param next   the machine afterwards
     */
    public record Step(Action action, UpperLayer next) {

        /**
         * What is to be done, in this order.
         *
         * @return commands
         */
        public List<Command> commands() {
            return action.commands();
        }
    }

    /**
     * Steps on an event.
     *
     * @param event what happened
     * @return empty where it cannot happen in this state
     */
    public Optional<Step> on(Event event) {
        return StateTable.cell(event, state).map(cell -> {
            State next = cell.action() == Action.AR_8 && !isRequestor ? State.STA10 : cell.next();
            return new Step(cell.action(), new UpperLayer(next, isRequestor));
        });
    }

    /**
     * Steps on an A-ASSOCIATE-RQ that the provider itself refuses (AE-6), such as one of another version of the
     * protocol.
     *
     * @return empty where an A-ASSOCIATE-RQ is not what is awaited; then {@link #on} tells what to do
     */
    public Optional<Step> onRefusedRequest() {
        return state == State.STA2
                ? Optional.of(new Step(Action.AE_6_REJECTED, new UpperLayer(State.STA13, isRequestor)))
                : Optional.empty();
    }
}
