package io.amanat.query.marketplace;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping(AccessTable.BASE + "/purchase-requests/{requestId}/timeline")
class TimelineController {
    private static final long BEFORE_THE_FIRST = -1;

    private final TimelineQueries timeline;
    private final TimelineStreams streams;

    TimelineController(TimelineQueries timeline, TimelineStreams streams) {
        this.timeline = timeline;
        this.streams = streams;
    }

    @GetMapping
    Page<TimelineItem> page(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID requestId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limit.of(limit);
        List<TimelineItem> found =
                timeline.after(requestId, Cursors.position(cursor, BEFORE_THE_FIRST), size + 1, caller);
        return Page.cut(found, size, item -> Cursors.ofPosition(item.position()));
    }

    /** Everything after {@code Last-Event-ID}, from the beginning without it, and then whatever happens. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID requestId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Long after = Filters.number("Last-Event-ID", lastEventId);
        timeline.trade(requestId, caller);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(streams.open(caller, requestId, after == null ? BEFORE_THE_FIRST : after));
    }
}
