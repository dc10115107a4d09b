package io.amanat.api.identity;

import io.amanat.contract.access.AccessTable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/sessions")
class SessionController {
    private static final URI CURRENT = URI.create(AccessTable.BASE + "/sessions/current");

    private final Login login;
    private final Sessions sessions;
    private final AccessTokenIssuer accessTokens;

    SessionController(Login login, Sessions sessions, AccessTokenIssuer accessTokens) {
        this.login = login;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
    }

    @PostMapping
    ResponseEntity<SessionAnswer> open(@Valid @RequestBody LoginBody body, HttpServletRequest request) {
        Credentials who = login.prove(body.email(), body.password(), request.getRemoteAddr());
        return ResponseEntity.created(CURRENT)
                .cacheControl(CacheControl.noStore())
                .body(sessions.open(who));
    }

    @PostMapping("/refresh")
    ResponseEntity<SessionAnswer> refresh(@Valid @RequestBody RefreshBody body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sessions.refresh(body.refreshToken()));
    }

    /** Ends the log-in that the access token names, and with it the token. */
    @DeleteMapping("/current")
    ResponseEntity<Void> end(Authentication authentication) {
        UUID session = accessTokens.session(authentication);
        if (session != null) {
            sessions.end(session);
        }
        return ResponseEntity.noContent().build();
    }
}
