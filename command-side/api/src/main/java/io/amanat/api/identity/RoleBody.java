package io.amanat.api.identity;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wire;
import io.amanat.contract.identity.Role;

record RoleBody(
        @Wire(Role.class) String role,
        @Text(max = 2000, lines = true) String reason) {}
