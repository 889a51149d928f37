# shellcheck shell=bash
# The program's jar and the sandbox's classes: built when the sources differ from what was built last.

build_program() {
    require_jdk
    if ! program_is_current; then
        command -v mvn >/dev/null || fail "needs Maven to build the program: install Maven 3.6.3 or later and put mvn on PATH."
        locked "$ATELIER_ROOT/target/program" package_program
    fi
}

package_program() {
    ! program_is_current || return 0
    say "building the program"
    (cd "$ATELIER_ROOT" && mvn -q -B -Dstyle.color=never -DskipTests package </dev/null >&2) || fail "the program does not build; what Maven said is above."
}

require_jdk() {
    local version
    ATELIER_JAVA=$(command -v java) || fail "needs a JDK: install JDK 17 or later and put java on PATH."
    export ATELIER_JAVA
    # Asking costs a start of the JVM, so only for a java that was not seen yet.
    local seen=$ATELIER_SANDBOX_DIR/java-on-path java
    java=$(identity "$ATELIER_JAVA")
    if ! [ -f "$seen" ] || [ "$(cat "$seen")" != "$java" ]; then
        version=$("$ATELIER_JAVA" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9.]*\).*/\1/p')
        at_least 17.0 "$version.0" || fail "needs JDK 17 or later, but the java on PATH is ${version:-unknown}: install a newer JDK."
        printf '%s\n' "$java" >"$seen"
    fi
}

# The class path names files of the local Maven repository, which may have been cleaned.
program_is_current() {
    local target=$ATELIER_ROOT/target first_jar
    [ -f "$target/atelier-sources.sha256" ] && [ -f "$target/atelier-program.jar" ] && [ -f "$target/sandbox.classpath" ] || return 1
    # The file has no line break at its end, which read calls a failure although it has read the line.
    IFS=: read -r first_jar _ <"$target/sandbox.classpath" || true
    [ -f "$first_jar" ] && [ "$(cat "$target/atelier-sources.sha256")" = "$("$ATELIER_ROOT/sandbox/lib/source-hash")" ]
}

# Commands that do not run the program take the java on PATH as it is.
run_cli() {
    [ -z "${ATELIER_JAVA:-}" ] || export PATH=$ATELIER_ROOT/sandbox/shims:$PATH
    exec "$cli" ${arguments[@]+"${arguments[@]}"}
}
