package io.amanat.api.disputes;

import io.amanat.api.validation.Text;

record NoteBody(@Text(max = 5000, lines = true) String note) {}
