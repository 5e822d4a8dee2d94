using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>The calls about studies, to whichever of a cluster's silos answers.</summary>
/// <remarks>
/// Every call may be sent again as it is, so it is, to the next address: a silo that dies is no end of a
/// study. The number of tries is limited.
/// </remarks>
internal sealed class StudyClient : IDisposable
{
    private const int TriesMax = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SilentMax = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly IReadOnlyList<ApiAddress> _silos;
    private readonly TimeProvider _clock;
    private int _turn;

    /// <summary>A client of these addresses, which all have one key.</summary>
    public StudyClient(IReadOnlyList<ApiAddress> silos, TimeProvider clock)
    {
        (_silos, _clock) = (silos, clock);
        if (silos[0].Key is { } key)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>Opens a study, or goes on with it.</summary>
    /// <exception cref="IOException">No silo answers, or the study is refused.</exception>
    public Task<StudyDocument> Open(StudyBody study, CancellationToken stop) =>
        Post("studies", study, ApiJson.Default.StudyBody, stop);

    /// <summary>The slots that run studies.</summary>
    /// <exception cref="IOException">No silo answers.</exception>
    public async Task<IReadOnlyList<SlotsDocument>> Slots(CancellationToken stop) => (await Answered(
        HttpMethod.Get, "studies", null, async (answer, end) => (await answer.Content.ReadFromJsonAsync(
            ApiJson.Default.StudyListDocument, end))!, stop)).Slots;

    /// <summary>Adds runs to a study.</summary>
    /// <exception cref="IOException">No silo answers, or the runs are refused.</exception>
    public Task<StudyDocument> Add(string study, StudyRunsBody runs, CancellationToken stop) =>
        Post($"studies/{study}/runs", runs, ApiJson.Default.StudyRunsBody, stop);

    /// <summary>Forgets a study.</summary>
    /// <exception cref="IOException">No silo answers.</exception>
    public Task Close(string study, CancellationToken stop) => Answered(
        HttpMethod.Delete, $"studies/{study}", null, (_, _) => Task.FromResult(true), stop);

    /// <summary>A file of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="file">«summary» or «timeline».</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="IOException">No silo answers, or none has the file.</exception>
    public Task<byte[]> File(string run, string file, CancellationToken stop) => Answered(
        HttpMethod.Get, $"runs/{run}/{file}", null,
        (answer, end) => answer.Content.ReadAsByteArrayAsync(end), stop);

    /// <summary>Follows a study; ends only with the caller's patience, or with an exception.</summary>
    /// <exception cref="IOException">No silo answers, or the study is gone.</exception>
    public async IAsyncEnumerable<EndedRunsDocument> Follow(
        string study, [EnumeratorCancellation] CancellationToken stop)
    {
        var from = 0;
        for (var tries = 1; tries <= TriesMax; tries++)
        {
            var events = Events(study, from, stop).GetAsyncEnumerator(stop);
            await using (events)
            {
                while (await Next(events, stop))
                {
                    (tries, from) = (1, events.Current.Next);
                    yield return events.Current;
                }
            }

            await Rest(stop);
        }

        throw new IOException($"the cluster tells no more of study {study}; the same command goes on");
    }

    public void Dispose() => _http.Dispose();

    private static async Task<bool> Next(IAsyncEnumerator<EndedRunsDocument> events, CancellationToken stop)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception fault) when (IsPassing(fault, stop))
        {
            return false; // another silo goes on
        }
    }

    private async IAsyncEnumerable<EndedRunsDocument> Events(
        string study, int from, [EnumeratorCancellation] CancellationToken stop)
    {
        const string begin = "data: ";
        var path = string.Create(CultureInfo.InvariantCulture, $"studies/{study}/events?from={from}");
        using var message = new HttpRequestMessage(HttpMethod.Get, AddressOf(path));
        using var silent = CancellationTokenSource.CreateLinkedTokenSource(stop);
        silent.CancelAfter(SilentMax);
        using var answer = await _http.SendAsync(
            message, HttpCompletionOption.ResponseHeadersRead, silent.Token);
        await Check(answer, silent.Token);
        await using var stream = await answer.Content.ReadAsStreamAsync(silent.Token);
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(silent.Token) is { } line)
        {
            silent.CancelAfter(SilentMax);
            if (line.StartsWith(begin, StringComparison.Ordinal))
            {
                yield return JsonSerializer.Deserialize(
                    line[begin.Length..], ApiJson.Default.EndedRunsDocument)!;
            }
        }
    }

    private Task<StudyDocument> Post<T>(string path, T body, JsonTypeInfo<T> type, CancellationToken stop) =>
        Answered(
            HttpMethod.Post, path, () => JsonContent.Create(body, type),
            async (answer, end) => (await answer.Content.ReadFromJsonAsync(
                ApiJson.Default.StudyDocument, end))!,
            stop);

    private async Task<T> Answered<T>(
        HttpMethod method, string path, Func<HttpContent>? body,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            using var within = CancellationTokenSource.CreateLinkedTokenSource(stop);
            within.CancelAfter(AnswerWithin);
            try
            {
                using var message = new HttpRequestMessage(method, AddressOf(path));
                message.Content = body?.Invoke();
                using var answer = await _http.SendAsync(message, within.Token);
                await Check(answer, within.Token);
                return await read(answer, within.Token);
            }
            catch (Exception fault) when (IsPassing(fault, stop))
            {
                if (tries == TriesMax)
                {
                    throw new IOException(
                        $"no silo of {string.Join(';', _silos.Select(one => one.Url.Authority))} answers: "
                            + fault.Message, fault);
                }
            }

            await Rest(stop);
        }
    }

    private Uri AddressOf(string path) =>
        new(_silos[_turn % _silos.Count].Url, $"{MarketApi.Root}/{path}");

    private Task Rest(CancellationToken stop)
    {
        _turn++;
        return Task.Delay(Pause, _clock, stop);
    }

    // Too many, stopping and unknown pass; a refusal stays what it is.
    private static async Task Check(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var text = await answer.Content.ReadAsStringAsync(stop);
        var problem = Problem(text) ?? $"{(int)answer.StatusCode} {answer.ReasonPhrase}";
        throw answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            && answer.StatusCode != HttpStatusCode.NotImplemented
                ? new HttpRequestException(problem)
                : new IOException($"the cluster refuses: {problem}");
    }

    private static string? Problem(string text)
    {
        try
        {
            using var problem = JsonDocument.Parse(text);
            string? Member(string name) =>
                problem.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            return Member("detail") is { Length: > 0 } detail ? $"{Member("title")} ({detail})"
                : Member("title");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsPassing(Exception fault, CancellationToken stop) => !stop.IsCancellationRequested
        && (fault is HttpRequestException or OperationCanceledException
            || fault is IOException { InnerException: System.Net.Sockets.SocketException }
            || fault is HttpIOException);
}
