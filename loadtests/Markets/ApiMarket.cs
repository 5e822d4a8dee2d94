using System.Net.Http.Headers;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>
/// A market behind its HTTP API, of «flashsale serve» or of a silo; a call for each command.
/// </summary>
internal sealed class ApiMarket : ILoadMarket
{
    private const string Root = "api/v1";

    private readonly ApiDesk _desk;
    private readonly ILoadTarget _target;
    private readonly Asking _asking;
    private readonly HttpClient _client;

    private ApiMarket(ApiAddress api, ILoadTarget target, TimeProvider clock)
    {
        (_desk, _target, _asking) = (new ApiDesk(api), target, new Asking(target, clock));
        _client = new HttpClient { BaseAddress = api.Url, Timeout = new OpenLoopLimits().AnswerWithin };
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
    public Task<LoadAnswer> Do(LoadCommand command) => _asking.Ask(command);

    /// <inheritdoc/>
    public Task<LoadAnswer> Look(ListingId listing) => Get($"listings/{listing}");

    /// <inheritdoc/>
    public Task<LoadAnswer> LookAtSales(ListingId listing) => Get("statistics");

    /// <inheritdoc/>
    public Task<LoadAnswer> Reprice(ListingId listing, Money price) =>
        Put($"listings/{listing}/price", new { priceFen = price.Fen });

    /// <inheritdoc/>
    public Task<LoadAnswer> Restock(ListingId listing, int unitsInTotal) =>
        Put($"listings/{listing}/stock", new { unitsInTotal });

    /// <inheritdoc/>
    public Task<MarketAudit> Audit() => _desk.Audit(CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _target.DisposeAsync();
        _client.Dispose();
        _desk.Dispose();
    }

    private Task<LoadAnswer> Get(string path) =>
        Send(new HttpRequestMessage(HttpMethod.Get, $"{Root}/{path}"));

    private Task<LoadAnswer> Put<T>(string path, T body) => Send(
        new HttpRequestMessage(HttpMethod.Put, $"{Root}/{path}") { Content = JsonContent.Create(body) });

    private async Task<LoadAnswer> Send(HttpRequestMessage request)
    {
        try
        {
            using var sent = request;
            using var answer = await _client.SendAsync(sent);
            return answer.IsSuccessStatusCode
                ? LoadAnswer.Done
                : new LoadAnswer(
                    LoadOutcome.Error, FormattableString.Invariant($"status-{(int)answer.StatusCode}"));
        }
        catch (TaskCanceledException)
        {
            return LoadAnswer.NoAnswer;
        }
        catch (HttpRequestException)
        {
            return LoadAnswer.ConnectionLost;
        }
    }
}
