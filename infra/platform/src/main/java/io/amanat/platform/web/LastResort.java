package io.amanat.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong outside of every controller: the container's own page of it would tell too much and be HTML. */
@RestController
final class LastResort implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @RequestMapping("${spring.web.error.path:${server.error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        PlatformProblem problem = status instanceof Integer code ? problem(code) : PlatformProblem.NO_SUCH_ENDPOINT;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            LOG.error("unexpected", cause);
        }
        return ResponseEntity.status(problem.status()).body(ProblemDetails.of(problem));
    }

    private static PlatformProblem problem(int status) {
        return status == HttpStatus.BAD_REQUEST.value()
                ? PlatformProblem.REQUEST_REJECTED
                : StatusProblems.of(HttpStatusCode.valueOf(status));
    }
}
