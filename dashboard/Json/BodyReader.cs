using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FlashSale.Dashboard;

/// <summary>Reads the JSON value that a reader stands before, and names the place of what is wrong.</summary>
/// <param name="reader">Stands before the value, or on its first token.</param>
/// <param name="root">Where the value stands, such as «$».</param>
internal ref struct BodyReader(Utf8JsonReader reader, string root)
{
    private Utf8JsonReader _reader = reader;

    /// <summary>Reads it.</summary>
    /// <exception cref="MalformedException">It cannot be read.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(ref _reader, type);
            return value ?? throw new MalformedException(root, "null is not allowed here");
        }
        catch (JsonException fault)
        {
            throw MalformedException.Of(fault, root);
        }
    }

    /// <summary>Checks that nothing follows.</summary>
    /// <exception cref="MalformedException">Something does.</exception>
    public void End()
    {
        try
        {
            _reader.Read();
        }
        catch (JsonException)
        {
            throw new MalformedException(root, "something follows the value");
        }
    }
}
