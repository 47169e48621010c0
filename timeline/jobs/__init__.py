"""Background work: `enqueue` is the one way in, whoever does the work.

    enqueue(task, …) → a row of `Job` → a worker claims it on a lease → the task → done, failed, or waiting again

The row is the truth. JOBS says who does the work: `inline` at once in the same process (commands and tests),
`embedded` by `manage.py work`, which `make run` starts beside the web server, `celery` by Celery workers, whose
messages hold nothing but the key of a row. A worker that dies leaves its lease behind, which ends; the job is then done
by another. So every task must bear being begun twice.

tasks.py     the tasks by name
queue.py     enqueue, and how each backend hears of a job
working.py   one job: its lease, its end; the loop of the embedded worker; what dead workers leave is given back
keeping.py   the embedded worker is replaced when it dies
"""

from timeline.jobs.queue import enqueue

__all__ = ["enqueue"]
