using System.Net;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>
/// Tells who calls. With keys every caller shows one, whatever address the call comes from: a proxy on this
/// machine makes every stranger local. Without keys, or if the host was told to trust its own machine, who
/// calls from this machine is an operator.
/// </summary>
internal sealed class Gate(ApiKeys? keys, bool trustsLoopback)
{
    private const string Scheme = "Bearer";

    // What proxies write into a request that they pass on. That none of them is there proves nothing.
    private static readonly string[] MarksOfProxies = ["Forwarded", "Via", "X-Real-IP"];

    /// <summary>Null if the caller may do this; else what is wrong.</summary>
    public RequestFault? Refuse(HttpContext context, Caller needed)
    {
        var authorization = context.Request.Headers.Authorization;
        if (authorization.Count == 0)
        {
            return RefuseWithoutKey(context);
        }

        return Find(authorization.ToString()) is not { } caller ? RequestFault.WrongKey
            : needed == Caller.Operator && caller != Caller.Operator ? RequestFault.OperatorOnly
            : null;
    }

    /// <summary>What lets a browser load the pages, made from the key that a request shows.</summary>
    public string? PageToken(HttpRequest request) =>
        Find(request.Headers.Authorization.ToString()) is { } caller ? keys!.PageToken(caller) : null;

    /// <summary>Whether a text is what <see cref="PageToken"/> gave.</summary>
    public bool OpensPages(string? token) => keys is not null && token is not null && keys.OpensPages(token);

    private static bool IsPassedOn(HttpRequest request) =>
        MarksOfProxies.Any(request.Headers.ContainsKey)
        || request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase))
        || HttpProtocol.IsHttp10(request.Protocol); // nginx passes on in HTTP/1.0 unless it is told otherwise

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopbackName(context.Request.Host.Host)
        && IsOwnOrigin(context.Request);

    // A page of a stranger in a browser on this machine comes under the stranger's host name.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private RequestFault? RefuseWithoutKey(HttpContext context)
    {
        if (keys is not null && !trustsLoopback)
        {
            return RequestFault.KeyMissing;
        }

        return IsPassedOn(context.Request) ? (keys is null ? RequestFault.NoKeysSet : RequestFault.KeyMissing)
            : IsFromHere(context) ? null
            : RequestFault.KeyMissing;
    }

    private Caller? Find(string authorization)
    {
        var space = authorization.IndexOf(' ', StringComparison.Ordinal);
        return keys is not null && space > 0
            && authorization.AsSpan(0, space).Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            && authorization.Length <= Scheme.Length + 1 + ApiKeys.LengthMax
            ? keys.Find(authorization[(space + 1)..].Trim())
            : null;
    }
}
