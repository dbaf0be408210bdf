"""From an answer to bytes: tables as records, messages in two languages, renderers that know no domain."""
