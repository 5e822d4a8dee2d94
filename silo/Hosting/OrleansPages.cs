using System.Text;
using FlashSale.Dashboard;
using Orleans.Dashboard;

namespace FlashSale.Silo;

/// <summary>Orleans' own dashboard at «/orleans», for operators: silos, grains, methods, reminders.</summary>
/// <remarks>
/// Its pages know nothing of our keys. So a browser is asked for one as for a password, and what it sends is
/// put where the gate looks for keys; the gate decides.
/// </remarks>
internal static class OrleansPages
{
    /// <summary>Where it is.</summary>
    public const string Root = "/orleans";

    private const string Basic = "Basic ";
    private const string Challenge = "Basic realm=\"The operator's key is the password; any name will do\"";

    /// <summary>Adds what the pages are made of to a silo.</summary>
    public static void AddTo(ISiloBuilder silo) => silo.AddDashboard(pages =>
    {
        // A stream of logs would hold a silo that is asked to stop; they are on its console and in its files.
        pages.HideTrace = true;
    });

    /// <summary>Lets operators in, and nobody else; stands before everything that asks for keys.</summary>
    public static void UseGate(WebApplication app, MarketApi api) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase),
        pages => pages.Use((context, next) =>
        {
            TakeKeyFromPassword(context.Request);
            context.Response.OnStarting(() => Ask(context.Response));
            return api.IsOperator(context) ? next(context) : Task.CompletedTask;
        }));

    /// <summary>Adds the pages.</summary>
    public static void Map(WebApplication app) => app.MapOrleansDashboard(Root);

    private static Task Ask(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = Challenge;
        }

        return Task.CompletedTask;
    }

    // «name:key» in Base64, as browsers send a password.
    private static void TakeKeyFromPassword(HttpRequest request)
    {
        var text = request.Headers.Authorization.ToString();
        Span<byte> sent = stackalloc byte[ApiKeys.LengthMax * 4];
        if (!text.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(text[Basic.Length..].Trim(), sent, out var length))
        {
            return;
        }

        var pair = Encoding.UTF8.GetString(sent[..length]);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
        {
            request.Headers.Authorization = $"Bearer {pair[(colon + 1)..]}";
        }
    }
}
