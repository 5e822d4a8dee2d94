using FlashSale.Dashboard;
using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Dashboard;

/// <summary>One command of the port in the words of the API.</summary>
/// <param name="Op">Its name in a batch.</param>
/// <param name="Id">Its ids.</param>
/// <param name="Body">Its body; null if it has none.</param>
/// <param name="IsSayable">Whether the API has words for it; nonsense has none.</param>
internal sealed record Call(string Op, string Id, object? Body, bool IsSayable)
{
    /// <summary>The client's name for it; null if it gives none.</summary>
    public string? Key { get; init; }

    /// <summary>This call under its client's name.</summary>
    public Call Under(RequestId request) =>
        request.IsNone ? this : this with { Key = Requests.KeyOf(request) };

    /// <summary>The operation of this name.</summary>
    public CommandOperation Operation => CommandTable.All.Single(operation => operation.Name == Op);

    /// <summary>The method and the address of the call by itself.</summary>
    public (string Method, string Path) Address
    {
        get
        {
            var (path, parts) = (Operation.Path, Id.Split('/'));
            for (var at = 0; at < Operation.Ids.Count; at++)
            {
                path = path.Replace($"{{{Operation.Ids[at]}}}", parts[at], StringComparison.Ordinal);
            }

            return (Operation.Method, path);
        }
    }
}
