package org.bitewing.net;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of a server, one for each association: virtual ones where the JVM has them (Java 21), else platform
 * threads that are used again. Code for Java 17 has no name for virtual threads but that of their method.
 */
final class ServerThreads {
    private static final String VIRTUAL = "newVirtualThreadPerTaskExecutor";

    private ServerThreads() {
    }

    static ExecutorService start() {
        try {
            MethodHandle virtual = MethodHandles.publicLookup().findStatic(Executors.class, VIRTUAL,
                    MethodType.methodType(ExecutorService.class));
            return (ExecutorService) virtual.invokeExact();
        } catch (NoSuchMethodException | UnsupportedOperationException e) {
            // Java 17 to 20, where they are not there or a preview.
            return platform();
        } catch (Throwable e) {
            throw new IllegalStateException("no threads for a server", e);
        }
    }

    private static ExecutorService platform() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bitewing-net-association");
            thread.setDaemon(true);
            return thread;
        });
    }
}
