namespace PolicyLint.Cli.Checking;

/// <summary>Does work in parallel and hands out the results in the order of the input.</summary>
internal static class OrderedWork
{
    private const int Ahead = 8;

    /// <summary>
    /// The results, in the order of the items. At most <paramref name="jobs"/> items are worked on at once, and only some
    /// finished ones wait for a slow one before them, so that memory does not grow with the number of items.
    /// </summary>
    public static IEnumerable<TResult> Run<TItem, TResult>(IReadOnlyList<TItem> items, int jobs, Func<TItem, TResult> work)
    {
        if (jobs == 1 || items.Count == 1)
        {
            foreach (TItem item in items)
                yield return work(item);
            yield break;
        }

        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler;
        var running = new Queue<Task<TResult>>();
        foreach (TItem item in items)
        {
            if (running.Count == jobs * Ahead)
                yield return running.Dequeue().GetAwaiter().GetResult();

            running.Enqueue(Task.Factory.StartNew(() => work(item), CancellationToken.None, TaskCreationOptions.None, scheduler));
        }

        while (running.TryDequeue(out Task<TResult>? task))
            yield return task.GetAwaiter().GetResult();
    }
}
