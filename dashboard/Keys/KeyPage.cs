using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>
/// What a browser without a key is shown instead of a page: a field for the key. It is one file and asks this
/// host for nothing but whether the key is right.
/// </summary>
internal static class KeyPage
{
    /// <summary>Where a browser shows a key, and gets the cookie that lets it load pages.</summary>
    public const string Address = "/live/key";

    private static readonly string Style = PageFiles.TextOf("key.css");
    private static readonly string Script = PageFiles.TextOf("key.js");

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(PageFiles.TextOf("key.html")
        .Replace("{{style}}", Style, StringComparison.Ordinal)
        .Replace("{{script}}", Script, StringComparison.Ordinal));

    private static readonly string Policy =
        $"default-src 'none'; script-src '{HashOf(Script)}'; style-src '{HashOf(Style)}'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Shows it: it is the answer that a key is missing.</summary>
    public static async Task Show(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Page.Length;
        await response.BodyWriter.WriteAsync(Page, context.RequestAborted);
    }

    /// <summary>Adds the address. Who comes as far as it has shown a key, or needs none.</summary>
    public static void Map(WebApplication app, MarketApi api) => app.MapMethods(Address, ["POST"], context =>
    {
        if (api.Gate.PageToken(context.Request) is { } token)
        {
            context.Response.Cookies.Append(Door.PagesCookie, token, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = IsOverTls(context.Request),
                Path = "/",
                IsEssential = true,
            });
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    // A proxy that speaks TLS says so; if a stranger says it, his browser keeps his own cookie better.
    private static bool IsOverTls(HttpRequest request) => request.IsHttps
        || string.Equals(
            request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase);

    private static string HashOf(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
