using System.Net;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>Tells who calls: somebody on this machine needs no key, everybody else does.</summary>
internal sealed class Gate(ApiKeys? keys)
{
    private const string Scheme = "Bearer ";

    /// <summary>Null if the caller may do this; else what is wrong.</summary>
    public RequestFault? Refuse(HttpContext context, Caller needed)
    {
        var caller = CallerOf(context, out var isWrongKey);
        if (isWrongKey)
        {
            return RequestFault.WrongKey;
        }

        return caller is null ? RequestFault.KeyMissing
            : needed == Caller.Operator && caller != Caller.Operator ? RequestFault.OperatorOnly
            : null;
    }

    private Caller? CallerOf(HttpContext context, out bool isWrongKey)
    {
        isWrongKey = false;
        var authorization = context.Request.Headers.Authorization;
        if (authorization.Count == 0)
        {
            return IsFromHere(context) ? Caller.Operator : null;
        }

        var text = authorization.ToString();
        var caller = keys is not null && text.StartsWith(Scheme, StringComparison.Ordinal)
            && text.Length <= Scheme.Length + ApiKeys.LengthMax
            ? keys.Find(text[Scheme.Length..])
            : null;
        isWrongKey = caller is null;
        return caller;
    }

    // A proxy on this machine is not its clients, and a page of a stranger in a browser on this machine
    // comes under the stranger's host name: neither passes for a caller from here.
    private static bool IsFromHere(HttpContext context)
    {
        var request = context.Request;
        return context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsLoopbackName(request.Host.Host)
            && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded")
            && IsOwnOrigin(request);
    }

    private static bool IsLoopbackName(string host) =>
        host is "localhost" or "127.0.0.1" or "[::1]"
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && origin.Authority == request.Host.Value);
}
