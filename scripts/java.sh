# Sourced by the commands beside it: finds a JDK 25 and the jar, and builds the jar where there is
# none. Sets $java and $jar, which is benchmarks.jar unless $jar_name names another.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$home/target/${jar_name:-benchmarks.jar}

is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] && [[ $(<"$1/release") == *'JAVA_VERSION="25'[.\"]* ]]
}

# The JDK of the `java` on the PATH, which often is a link to it.
jdk_on_path() {
  local found real
  found=$(type -P java) || return 0
  # macOS has readlink -f from 12.3 on.
  real=$(readlink -f "$found" 2>/dev/null) || real=$found
  echo "${real%/bin/java}"
}

# Sets $java to that of the first JDK 25 among the arguments, if there is one.
choose_java() {
  local jdk
  for jdk; do
    if is_jdk_25 "$jdk"; then
      java=$jdk/bin/java
      return
    fi
  done
}

java=
choose_java "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* /opt/java/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home \
  /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
  "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
  "$HOME"/.gradle/jdks/*
# After the folders: looking along the PATH starts processes, and scripts/fetch shall start fast.
if [ -z "$java" ]; then
  choose_java "$(jdk_on_path)"
fi
if [ -z "$java" ]; then
  echo "$(basename "$0"): needs a JDK 25; install one, or set JAVA_HOME to where it is." >&2
  exit 64
fi

if [ ! -f "$jar" ] && [ "${jar##*/}" = fanout-cluster.jar ]; then
  # Not built unasked: it downloads what no other command here needs.
  echo "$(basename "$0"): there is no ${jar#"$home"/} yet; mvn -Pcluster -Dmaven.test.skip=true package makes it." >&2
  exit 64
fi
if [ ! -f "$jar" ]; then
  echo "$(basename "$0"): there is no ${jar#"$home"/} yet; building it." >&2
  mvn -q -B -f "$home/pom.xml" -Dmaven.test.skip=true package >&2
fi
