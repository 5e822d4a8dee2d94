using System.Text.Json;

namespace FlashSale.Silo;

/// <summary>
/// A file that is there, whole, as long as a silo serves: for whoever starts silos by program.
/// </summary>
internal sealed class ReadyFile : IDisposable
{
    private readonly string? _path;

    private ReadyFile(string? path) => _path = path;

    // Nobody may read half of the file.
    private string Draft => $"{_path}.{Environment.ProcessId}";

    /// <summary>Takes the file, if one is wanted: what another silo left there goes away.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static ReadyFile Claim(SiloOptions options)
    {
        var file = new ReadyFile(options.ReadyFile);
        if (file._path is not null)
        {
            File.WriteAllText(file.Draft, "");
            File.Delete(file._path);
        }

        return file;
    }

    /// <summary>Says that the silo serves.</summary>
    public void Write(SiloOptions options, string name, IEnumerable<string> urls)
    {
        if (_path is null)
        {
            return;
        }

        File.WriteAllText(Draft, JsonSerializer.Serialize(
            new
            {
                name,
                process = Environment.ProcessId,
                cluster = options.ClusterId,
                urls,
                address = options.Address.ToString(),
                siloPort = options.SiloPort,
                gatewayPort = options.GatewayPort,
            }));
        File.Move(Draft, _path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose() => Remove();

    /// <summary>The silo serves no more.</summary>
    public void Remove()
    {
        if (_path is not null)
        {
            File.Delete(_path);
            File.Delete(Draft);
        }
    }
}
