using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>
/// A market behind its HTTP API, of «flashsale serve» or of a silo; a call for each command.
/// </summary>
internal sealed class ApiMarket : ILoadMarket
{
    private const string Root = "api/v1";

    private static readonly object Content = new // the same verdict as over grains
    {
        credit = "good",
        asDescribed = 5,
        service = 5,
        dispatchSpeed = 5,
        deliverySpeed = 5,
    };

    private static readonly object Complaint = new { reason = "counterfeit" };

    private readonly ApiDesk _desk;
    private readonly ILoadTarget _target;
    private readonly AwaitedCalls _asking;
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<ListingId, string> _stores = new();

    private readonly TimeProvider _clock;

    private ApiMarket(ApiAddress api, ILoadTarget target, TimeProvider clock)
    {
        _clock = clock;
        (_desk, _target, _asking) = (new ApiDesk(api), target, new AwaitedCalls(target, clock));
        _client = new HttpClient(new RetryHandler())
        {
            BaseAddress = api.Url,
            Timeout = new OpenLoopLimits().AnswerWithin,
        };
        if (api.Key is { } key)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <inheritdoc/>
    public string Way => "http";

    /// <summary>Connects.</summary>
    /// <exception cref="IOException">Nobody is there.</exception>
    public static async Task<ILoadMarket> Open(ApiAddress api, TimeProvider clock, CancellationToken stop) =>
        new ApiMarket(
            api,
            await Ways.Open(FlashSale.Driver.Way.Single, api,
                Ways.ConnectionsUsual(FlashSale.Driver.Way.Single), clock, stop),
            clock);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WantedListing>> Fill(Scenario scenario, long orders, CancellationToken stop) =>
        new MarketSetup(_desk, scenario).Prepare(orders, stop);

    /// <inheritdoc/>
    public async Task TakeComplaints()
    {
        var (answer, seen) = await Ask(new HttpRequestMessage(HttpMethod.Get, $"{Root}/policy"));
        if (answer.Outcome == LoadOutcome.Done)
        {
            var policy = JsonNode.Parse(seen)!["policy"]!.DeepClone();
            (policy["trust"]!["isOn"], policy["trust"]!["watches"]) = (true, true);
            answer = await Put("policy", new { policy });
        }

        if (answer.Outcome != LoadOutcome.Done)
        {
            throw new InvalidOperationException($"The market takes no complaints: {answer.Reason}.");
        }

        await Task.Delay(ILoadMarket.PolicyWithin, _clock);
    }

    /// <inheritdoc/>
    public Task<LoadAnswer> Do(LoadCommand command) => command.Step switch
    {
        LoadStep.Rate => Put($"orders/{command.Order}/rating", Content),
        LoadStep.Complain => Put($"orders/{command.Order}/lines/0/complaint", Complaint),
        _ => _asking.Ask(command),
    };

    /// <inheritdoc/>
    public Task<LoadAnswer> Look(ListingId listing) => Get($"listings/{listing}");

    /// <inheritdoc/>
    public Task<LoadAnswer> Search(SearchQuery query)
    {
        var words = query.Words.Length == 0 ? "" : $"&words={Uri.EscapeDataString(query.Words)}";
        var category = query.Category is { } one ? FormattableString.Invariant($"&category={one.Value}") : "";
        return Get($"search?sort={Words.Of(query.Sort)}{category}{words}");
    }

    /// <inheritdoc/>
    public Task<LoadAnswer> LookAtSales(ListingId listing) => _stores.TryGetValue(listing, out var store)
        ? Get($"stores/{store}")
        : FindStore(listing);

    /// <inheritdoc/>
    public Task<LoadAnswer> Reprice(ListingId listing, Money price) =>
        Put($"listings/{listing}/price", new { priceFen = price.Fen });

    /// <inheritdoc/>
    public Task<LoadAnswer> Restock(ListingId listing, int unitsInTotal) =>
        Put($"listings/{listing}/stock", new { unitsInTotal });

    /// <inheritdoc/>
    public Task<StreamFigures?> EmptyStreams(TimeSpan within) => Task.FromResult<StreamFigures?>(null);

    /// <inheritdoc/>
    public Task<AuditSummary?> Audit() => _desk.AuditAfterwards(CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _target.DisposeAsync();
        _client.Dispose();
        _desk.Dispose();
    }

    private Task<LoadAnswer> Get(string path) =>
        Send(new HttpRequestMessage(HttpMethod.Get, $"{Root}/{path}"));

    // Every host shows the page of a store with its reputation; sums of the whole market not every one has.
    private async Task<LoadAnswer> FindStore(ListingId listing)
    {
        var (answer, seen) = await Ask(new HttpRequestMessage(HttpMethod.Get, $"{Root}/listings/{listing}"));
        if (answer.Outcome != LoadOutcome.Done)
        {
            return answer;
        }

        using var document = JsonDocument.Parse(seen);
        var store = document.RootElement.GetProperty("store").GetString()!;
        return await Get($"stores/{_stores.GetOrAdd(listing, store)}");
    }

    private Task<LoadAnswer> Put<T>(string path, T body) => Send(
        new HttpRequestMessage(HttpMethod.Put, $"{Root}/{path}") { Content = JsonContent.Create(body) });

    private async Task<LoadAnswer> Send(HttpRequestMessage request) => (await Ask(request)).Answer;

    private async Task<(LoadAnswer Answer, string Text)> Ask(HttpRequestMessage request)
    {
        try
        {
            using var sent = request;
            using var answer = await _client.SendAsync(sent);
            var status = FormattableString.Invariant($"status-{(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode
                ? (LoadAnswer.Done, await answer.Content.ReadAsStringAsync())
                : (new LoadAnswer(LoadOutcome.Error, status), "");
        }
        catch (TaskCanceledException)
        {
            return (LoadAnswer.NoAnswer, "");
        }
        catch (HttpRequestException)
        {
            return (LoadAnswer.ConnectionLost, "");
        }
    }
}
