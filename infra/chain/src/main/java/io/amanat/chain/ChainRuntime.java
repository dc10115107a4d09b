package io.amanat.chain;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/** Runs the services of all chains that have a node. They start and stop at once, so that none waits for another's node. */
record ChainRuntime(List<ChainService> services) implements SmartLifecycle, DisposableBean {
    Optional<ChainService> of(long chainId) {
        return services.stream().filter(service -> service.chainId() == chainId).findFirst();
    }

    @Override
    public void start() {
        atOnce(ChainService::start);
    }

    @Override
    public void stop() {
        atOnce(ChainService::stop);
    }

    @Override
    public boolean isRunning() {
        return services.stream().anyMatch(ChainService::isRunning);
    }

    @Override
    public void destroy() {
        atOnce(ChainService::release);
    }

    private void atOnce(Consumer<ChainService> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(services.stream()
                            .map(service -> CompletableFuture.runAsync(() -> work.accept(service), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
