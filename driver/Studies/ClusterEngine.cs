using System.Runtime.CompilerServices;
using System.Text;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>Has the runs of a study carried out by a cluster, and brings them into the cache.</summary>
/// <remarks>
/// The study is planned and judged here, as always; the cluster gets a round's runs and gives what came of
/// them. So study.json has the bytes that it has with any other engine.
/// </remarks>
public sealed class ClusterEngine : IRunEngine, IDisposable
{
    private const int RunsPerPostMax = 100;
    private const int BytesPerPostMax = 1 << 20;
    private const int SummaryBytesMax = 16 << 20;

    private readonly StudyClient _client;
    private readonly StudyBody _study;
    private readonly RunCache _cache;
    private string? _id;

    /// <summary>How many slots the cluster had for it when it was asked last.</summary>
    public int Workers { get; private set; }

    /// <summary>The engine of one study.</summary>
    /// <param name="silos">Where silos of the cluster are; any of them will do, the next if one does not
    /// answer.</param>
    /// <param name="study">The study.</param>
    /// <param name="runWithin">How long a run may take; null for 20 times those before it.</param>
    /// <param name="cache">Where runs are kept.</param>
    /// <param name="clock">The real clock.</param>
    public ClusterEngine(
        IReadOnlyList<ApiAddress> silos, Study study, TimeSpan? runWithin, RunCache cache, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(study);
        (_client, _cache) = (new StudyClient(silos, clock), cache);
        _study = new StudyBody(
            study.Name, RunKey.Code, study.Text, ScenarioTree.Text(study.Base),
            runWithin is { } within ? (int)within.TotalSeconds : null);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">No silo answers, the study is refused, or two machines do not
    /// agree.</exception>
    public async IAsyncEnumerable<RunOutcome> Run(
        IReadOnlyList<RunOrder> orders, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(orders);
        CheckKept(orders);
        var open = orders.Select(order => order.Key).ToHashSet(StringComparer.Ordinal);
        if (open.Count == 0 || !await IsPosted(orders, stop))
        {
            yield break;
        }

        await using var pages = _client.Follow(_id!, stop).GetAsyncEnumerator(stop);
        while (open.Count > 0 && await IsMore(pages, stop))
        {
            foreach (var line in pages.Current.Outcomes)
            {
                var outcome = RunOutcomeJson.Read(line.ToJsonString())
                    ?? throw new IOException("the cluster told an outcome that is not as it was sealed");
                if (open.Remove(outcome.Key))
                {
                    if (!await IsFetched(outcome, stop))
                    {
                        yield break;
                    }

                    yield return outcome;
                }
            }

            if (pages.Current.Study.Stopped is { } why)
            {
                throw new IOException($"the cluster has stopped the study: {why}");
            }
        }
    }

    /// <summary>Says that no more runs come: the cluster forgets the study, and keeps the runs.</summary>
    /// <exception cref="IOException">No silo answers.</exception>
    public Task Close(CancellationToken stop) =>
        _id is { } study ? _client.Close(study, stop) : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static void CheckKept(IReadOnlyList<RunOrder> orders)
    {
        if (orders.Select(order => order.Scenario.Studied.ClusterProblem)
            .FirstOrDefault(one => one is not null) is var (wrong, allowed))
        {
            throw new InvalidDataException($"--cluster: {wrong}; allowed: {allowed}");
        }

        if (orders.Any(order => order.KeepsDatabase))
        {
            throw new InvalidDataException(
                "keep: «database» cannot be had of a cluster, which keeps no run.sqlite; allowed: timeline, "
                    + "summary or measures, or without --cluster");
        }
    }

    private static async Task<bool> IsMore(
        IAsyncEnumerator<EndedRunsDocument> pages, CancellationToken stop)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false; // the cluster goes on; the same command fetches what it has done
        }
    }

    private async Task<bool> IsPosted(IReadOnlyList<RunOrder> orders, CancellationToken stop)
    {
        try
        {
            _id = (await _client.Open(_study, stop)).Id;
            Workers = (await _client.Slots(stop)).Where(one => one.Code == RunKey.Code).Sum(one => one.Slots);
            foreach (var post in Posts(orders))
            {
                await _client.Add(_id, new StudyRunsBody(post), stop);
            }

            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    // As many runs at once as one request may hold.
    private static IEnumerable<IReadOnlyList<StudyRunBody>> Posts(IReadOnlyList<RunOrder> orders)
    {
        var (post, bytes) = (new List<StudyRunBody>(), 0);
        foreach (var order in orders)
        {
            var line = RunOrderJson.Line(order);
            if (post.Count == RunsPerPostMax || (post.Count > 0 && bytes + line.Length > BytesPerPostMax))
            {
                yield return post;
                (post, bytes) = ([], 0);
            }

            post.Add(new StudyRunBody(order.Key, order.Seed, line));
            bytes += Encoding.UTF8.GetByteCount(line);
        }

        yield return post;
    }

    private async Task<bool> IsFetched(RunOutcome outcome, CancellationToken stop)
    {
        try
        {
            if (outcome.IsOfCode)
            {
                _cache.Import(outcome, outcome.HasFigures ? await Files(outcome.Key, stop) : null);
            }

            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<RunFiles> Files(string run, CancellationToken stop)
    {
        var summary = _client.File(run, "summary", stop);
        var timeline = _client.File(run, "timeline", stop);
        return RunFiles.Unpacked(await summary, await timeline, SummaryBytesMax);
    }
}
