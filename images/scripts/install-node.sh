#!/usr/bin/env bash
# Node.js with npm and npx.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

create_tool node
for command in node npm npx; do
    offer /opt/atelier/node "$command"
done
record node "$(version node)"

run_tests node
