using static FlashSale.Dashboard.RequestFault;

namespace FlashSale.Dashboard;

/// <summary>The problem details of requests that the market never answered.</summary>
internal static class RequestProblems
{
    private static readonly ProblemType[] Types =
    [
        Type(Malformed, 400, "The request cannot be read; the detail names the place."),
        Type(IdOutOfRange, 422, "An id is above what this host allows."),
        Type(TooLarge, 413, "The body is larger than allowed."),
        Type(TooSlow, 408, "The body came too slowly."),
        Type(NotJson, 415, "The body must be application/json in UTF-8."),
        Type(NoSuchAddress, 404, "There is no such address."),
        Type(NoSuchMethod, 405, "The address does not know this method."),
        Type(NotFound, 404, "There is nothing of this name."),
        Type(KeyMissing, 401, "A key is needed: Authorization: Bearer …"),
        Type(WrongKey, 401, "The key is not valid."),
        Type(OperatorOnly, 403, "Only operators may do this."),
        Type(Busy, 429, "The market's queue is full; nothing was done. Send the same again."),
        Type(Halted, 503, "The market has stopped; whether this was done is unknown. Send the same again "
            + "when it is back."),
        Type(NoAnswer, 504, "The market did not answer in time; whether this was done is unknown. Send the "
            + "same again."),
        Type(NotOffered, 501, "This host cannot answer such questions."),
        Type(NoKeysSet, 403, "The request came through a proxy, and this host has no keys to tell callers "
            + "by: start it with both keys."),
    ];

    /// <summary>All of them, in the order of the faults.</summary>
    public static IReadOnlyList<ProblemType> All => Types;

    /// <summary>The problem of a fault.</summary>
    public static ProblemType Of(RequestFault fault) => Types[(int)fault - 1];

    private static ProblemType Type(RequestFault fault, int status, string title) =>
        new("request", WordTable<RequestFault>.Of(fault), status, title);
}
