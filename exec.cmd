@rem The scripts in package.json begin with "exec", so that a signal sent to npm reaches Node instead of a shell that waits for it.
@rem Windows has no such word; this is it.
@%*
