package org.bitewing.net.upper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bitewing.net.upper.UpperLayer.Step;
import org.junit.jupiter.api.Test;

/**
 * The state machine against PS3.8 Tables 9-6 to 9-10, transcribed in {@code state_table.tsv} and {@code
 * state_actions.tsv}.
 */
class StateTableTest {

    private static List<String[]> rows(String resource) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                StateTableTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(line.split("\t"));
                }
            }
        }
        return rows.subList(1, rows.size());
    }

    @Test
    void everyCellIsThatOfTheStandard() throws IOException {
        int cells = 0;
        for (String[] row : rows("state_table.tsv")) {
            Event event = Event.valueOf(row[0].toUpperCase(java.util.Locale.ROOT));
            for (State state : State.values()) {
                assertCell(row[state.ordinal() + 2], event, state);
                cells++;
            }
        }
        assertEquals(19 * 13, cells);
    }

    private static void assertCell(String expected, Event event, State state) {
        for (boolean isRequestor : new boolean[] {true, false}) {
            Optional<Step> step = new UpperLayer(state, isRequestor).on(event);
            String actual = step.map(s -> s.action() + " / Sta" + (s.next().state().ordinal() + 1)).orElse("-");
            if (expected.startsWith("AR-8")) {
                assertEquals(isRequestor ? "AR-8 / Sta9" : "AR-8 / Sta10", actual);
            } else if (expected.startsWith("AE-6")) {
                assertEquals("AE-6 / Sta3", actual);
            } else {
                assertEquals(expected, actual, event + " in " + state);
            }
            step.ifPresent(s -> assertEquals(isRequestor, s.next().isRequestor()));
        }
    }

    @Test
    void aRequestThatTheProviderRefusesIsRejectedInState2Only() {
        for (State state : State.values()) {
            Optional<Step> step = new UpperLayer(state, false).onRefusedRequest();
            assertEquals(state == State.STA2, step.isPresent());
            step.ifPresent(s -> {
                assertEquals("AE-6", s.action().toString());
                assertEquals(State.STA13, s.next().state());
                assertEquals(List.of(Command.STOP_ARTIM, Command.SEND_ASSOCIATE_RJ, Command.START_ARTIM), s.commands());
            });
        }
    }

    @Test
    void everyActionDoesWhatTheStandardSays() throws IOException {
        Set<Action> seen = EnumSet.noneOf(Action.class);
        for (String[] row : rows("state_actions.tsv")) {
            Action action = Action.valueOf(row[0].replace('-', '_'));
            String text = row[1];
            seen.add(action);
            assertEquals(text.contains("start the ARTIM timer"), action.commands().contains(Command.START_ARTIM)
                    || action == Action.AE_6, row[0]);
            assertEquals(text.contains("stop the ARTIM timer"), action.commands().contains(Command.STOP_ARTIM), row[0]);
            assertEquals(text.contains("send the A-ABORT PDU"),
                    action.commands().contains(Command.SEND_USER_ABORT)
                            || action.commands().contains(Command.SEND_PROVIDER_ABORT), row[0]);
            assertEquals(text.contains("send the A-RELEASE-RP"), action.commands().contains(Command.SEND_RELEASE_RP));
            // AA-4, AR-5 and AA-5 close our side of a connection that the peer has closed, as others do.
            Set<Action> alreadyClosed = EnumSet.of(Action.AA_4, Action.AR_5, Action.AA_5);
            assertEquals(text.contains("close the transport connection") || alreadyClosed.contains(action),
                    action.commands().contains(Command.CLOSE_TRANSPORT), row[0]);
        }
        seen.add(Action.AE_6_REJECTED);
        assertEquals(EnumSet.allOf(Action.class), seen);
    }

    @Test
    void randomWalksNeverLeaveATimerOrAConnectionBehind() {
        Random random = new Random(9210);
        Set<State> visited = EnumSet.noneOf(State.class);
        for (int walk = 0; walk < 5_000; walk++) {
            UpperLayer machine = UpperLayer.idle(random.nextBoolean());
            boolean timer = false;
            boolean open = false;
            for (int i = 0; i < 30; i++) {
                Event event = possible(machine, random);
                Optional<Step> step = machine.on(event);
                open |= event == Event.EVT2 || event == Event.EVT5;
                for (Command command : step.orElseThrow().commands()) {
                    timer = command == Command.START_ARTIM || timer && command != Command.STOP_ARTIM;
                    open &= command != Command.CLOSE_TRANSPORT;
                }
                machine = step.orElseThrow().next();
                visited.add(machine.state());
                boolean awaitsNobody = machine.state() == State.STA2 || machine.state() == State.STA13;
                assertEquals(awaitsNobody, timer, event + " led to " + machine.state());
                assertTrue(machine.state() != State.STA1 || !open, event + " left a connection open");
            }
        }
        assertEquals(EnumSet.allOf(State.class), visited);
    }

    /** An event that can happen; mostly one that keeps the association going, so that walks are long. */
    private static Event possible(UpperLayer machine, Random random) {
        List<Event> possible = new ArrayList<>();
        List<Event> ongoing = new ArrayList<>();
        for (Event event : Event.values()) {
            machine.on(event).ifPresent(step -> {
                possible.add(event);
                if (step.next().state() != State.STA1 && step.next().state() != State.STA13) {
                    ongoing.add(event);
                }
            });
        }
        List<Event> choice = ongoing.isEmpty() || random.nextInt(4) == 0 ? possible : ongoing;
        return choice.get(random.nextInt(choice.size()));
    }
}
