# Runs "$@" as long as whoever started this script lives, and not a moment longer.
#
# The starter holds the other end of our standard input. When it ends, however it ends (kill -9 too),
# the kernel closes that pipe, `read` sees the end of file, and the whole process group is killed.
# The starter runs us in a session of our own, so Ctrl-C in its terminal reaches none of us:
# it stops us in order instead.
#
# Prints the process id of "$@"; its output goes to the file $KEEPER_LOG; ends with its exit code.
exec 3<&0
"$@" >>"$KEEPER_LOG" 2>&1 </dev/null 3<&- &
kept=$!
echo "$kept"
(while read -r _; do :; done <&3; kill -KILL 0) >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait "$kept"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
