using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>A few quiet calls before and after a load: to fill the market, to look, to audit.</summary>
public sealed class ApiDesk : IDisposable
{
    private const int TogetherMax = 500;
    private const int PageMax = 100;
    private static readonly TimeSpan ReadingWithin = TimeSpan.FromSeconds(5);

    private readonly HttpClient _client;

    /// <summary>A desk at an API.</summary>
    public ApiDesk(ApiAddress api)
    {
        ArgumentNullException.ThrowIfNull(api);
        _client = new HttpClient(new RetryHandler())
        {
            BaseAddress = api.Url,
            Timeout = TimeSpan.FromMinutes(10),
        };
        if (api.Key is { } key)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>Audits the market, which waits meanwhile.</summary>
    /// <exception cref="IOException">The market cannot be asked.</exception>
    public async Task<AuditSummary> Audit(CancellationToken stop)
    {
        var audit = await Get<AuditDocument>("audit", stop);
        return new AuditSummary(
            audit.Passed, [.. audit.Checks.Select(one => new RunCheck(one.Name, one.Passed, one.Detail))]);
    }

    /// <summary>
    /// Audits the market if the caller may; a market that is not there any more has failed its audit.
    /// </summary>
    public async Task<AuditSummary?> AuditAfterwards(CancellationToken stop)
    {
        try
        {
            return await Audit(stop);
        }
        catch (IOException fault) when (fault.InnerException is UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException fault)
        {
            return new AuditSummary(false, [new RunCheck("market-can-be-asked", false, fault.Message)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>What the process tells of itself; null if it does not, within some seconds.</summary>
    internal async Task<ProcessReading?> Reading()
    {
        using var limit = new CancellationTokenSource(ReadingWithin);
        try
        {
            return ProcessReading.Of(await _client.GetStringAsync(
                new Uri(MetricsExport.ScrapePath, UriKind.Relative), limit.Token));
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>All listings.</summary>
    internal async Task<IReadOnlyList<SeenListing>> Listings(CancellationToken stop)
    {
        var all = new List<SeenListing>();
        var from = "l0";
        while (from is { } next)
        {
            var path = FormattableString.Invariant($"listings?from={next}&max={PageMax}");
            var page = await Get<SeenPage>(path, stop);
            all.AddRange(page.Listings);
            from = page.Next;
        }

        return all;
    }

    /// <summary>Flips a degradation switch.</summary>
    internal async Task Flip(string which, bool on, string why, CancellationToken stop)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new FlipBody(on, "flashsale drive", why), ApiJson.Default.FlipBody);
        using var content = ContentOf(body);
        using var answer = await Sent(() => _client.PutAsync(
            new Uri($"{MarketApi.Root}/switches/{which}", UriKind.Relative), content, stop));
        await Check(answer, $"switches/{which}", stop);
    }

    /// <summary>Sends commands in batches, each of which must be done.</summary>
    internal async Task SendAll<T>(
        string operation, IEnumerable<(string Id, T Body)> commands, JsonTypeInfo<T> form,
        CancellationToken stop)
    {
        foreach (var some in commands.Chunk(TogetherMax))
        {
            var body = new ArrayBufferWriter<byte>();
            await using (var writer = new Utf8JsonWriter(body))
            {
                Write(writer, operation, some, form);
            }

            using var content = ContentOf(body.WrittenMemory.ToArray());
            using var answer = await Sent(() => _client.PostAsync(
                new Uri($"{MarketApi.Root}/batch", UriKind.Relative), content, stop));
            await Check(answer, "batch", stop);
            var answers = new LoadAnswer[some.Length];
            var text = await answer.Content.ReadAsByteArrayAsync(stop);
            if (!AnswerText.TryReadBatch(text, answers)
                || answers.FirstOrDefault(one => one.Outcome != LoadOutcome.Done) is { Outcome: not 0 })
            {
                var refused = answers.FirstOrDefault(one => one.Outcome != LoadOutcome.Done);
                throw new IOException($"the market does not take {operation}: {refused.Reason}");
            }
        }
    }

    private static void Write<T>(
        Utf8JsonWriter writer, string operation, (string Id, T Body)[] commands, JsonTypeInfo<T> form)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("commands");
        foreach (var (id, body) in commands)
        {
            writer.WriteStartObject();
            writer.WriteString("op", operation);
            writer.WriteString("id", id);
            writer.WritePropertyName("body");
            JsonSerializer.Serialize(writer, body, form);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ByteArrayContent ContentOf(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private async Task<T> Get<T>(string path, CancellationToken stop)
    {
        using var answer = await Sent(() => _client.GetAsync(
            new Uri($"{MarketApi.Root}/{path}", UriKind.Relative), stop));
        await Check(answer, path, stop);
        try
        {
            await using var text = await answer.Content.ReadAsStreamAsync(stop);
            return await JsonSerializer.DeserializeAsync<T>(text, JsonSerializerOptions.Web, stop)
                ?? throw new IOException($"{path} answers nothing");
        }
        catch (JsonException broken)
        {
            throw new IOException(
                $"{path} answers what this version does not know: {broken.Message}", broken);
        }
    }

    private async Task<HttpResponseMessage> Sent(Func<Task<HttpResponseMessage>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException fault)
        {
            throw new IOException($"cannot reach {_client.BaseAddress}: {fault.Message}", fault);
        }
        catch (OperationCanceledException slow) when (slow.InnerException is TimeoutException)
        {
            throw new IOException($"{_client.BaseAddress} does not answer in time", slow);
        }
    }

    private static async Task Check(HttpResponseMessage answer, string path, CancellationToken stop)
    {
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            var text = await answer.Content.ReadAsStringAsync(stop);
            var isRefused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
            throw new IOException(
                FormattableString.Invariant($"{path} answers {(int)answer.StatusCode}: {text}"),
                isRefused ? new UnauthorizedAccessException(path) : null);
        }
    }
}
