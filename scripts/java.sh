# Sourced by the commands beside it: finds a JDK 25 and the jar, and builds the jar where there is
# none. Sets $java and $jar, which is benchmarks.jar unless $jar_name names another.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$home/target/${jar_name:-benchmarks.jar}

is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] && [[ $(<"$1/release") == *'JAVA_VERSION="25'[.\"]* ]]
}

java=
for jdk in "${JAVA_HOME:-}" "${JDK25_HOME:-}" /usr/lib/jvm/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home \
  "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/*; do
  if is_jdk_25 "$jdk"; then
    java=$jdk/bin/java
    break
  fi
done
if [ -z "$java" ]; then
  echo "$(basename "$0"): needs a JDK 25; install one, or set JAVA_HOME to where it is." >&2
  exit 64
fi

if [ ! -f "$jar" ]; then
  echo "$(basename "$0"): there is no ${jar#"$home"/} yet; building it." >&2
  mvn -q -B -f "$home/pom.xml" -Dmaven.test.skip=true package >&2
fi
