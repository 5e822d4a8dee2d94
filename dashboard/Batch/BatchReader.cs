using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>
/// Reads the commands of a batch, {"commands":[{"op":"pay","id":"b17-3","body":{…}}, …]}; members may
/// come in any order.
/// </summary>
/// <remarks>All are read before any is sent: a batch that cannot be read has done nothing.</remarks>
internal ref struct BatchReader(Utf8JsonReader reader, ApiLimits limits)
{
    private Utf8JsonReader _reader = reader;

    /// <summary>Reads them.</summary>
    /// <exception cref="MalformedException">They cannot be read; the message names the place.</exception>
    public List<MarketCommand> Read()
    {
        try
        {
            return ReadAll();
        }
        catch (JsonException fault)
        {
            throw MalformedException.Of(fault, "$");
        }
    }

    private List<MarketCommand> ReadAll()
    {
        Expect(JsonTokenType.StartObject, "$", "an object");
        Expect(JsonTokenType.PropertyName, "$", "«commands»");
        if (!_reader.ValueTextEquals("commands"u8))
        {
            throw new MalformedException("$", "expected «commands» and nothing else");
        }

        Expect(JsonTokenType.StartArray, "$.commands", "a list");
        var commands = new List<MarketCommand>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (commands.Count == limits.BatchCommandsMax)
            {
                throw new MalformedException("$.commands", $"at most {limits.BatchCommandsMax} commands");
            }

            commands.Add(ReadOne(commands.Count));
        }

        Expect(JsonTokenType.EndObject, "$", "«commands» and nothing else");
        _reader.Read(); // anything that follows is no JSON any more
        return commands;
    }

    private MarketCommand ReadOne(int at)
    {
        CommandOperation? operation = null;
        ReadOnlySpan<byte> id = default;
        Utf8JsonReader body = default;
        string? key = null;
        var (hasId, hasBody) = (false, false);
        Check(_reader.TokenType == JsonTokenType.StartObject, at, "expected an object");
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_reader.ValueTextEquals("op"u8))
            {
                Check(operation is null, at, "op is given twice");
                operation = ReadOperation(at);
            }
            else if (_reader.ValueTextEquals("id"u8))
            {
                Check(!hasId, at, "id is given twice");
                id = ReadId(at);
                hasId = true;
            }
            else if (_reader.ValueTextEquals("key"u8))
            {
                key = ReadKey(key, at);
            }
            else
            {
                Check(_reader.ValueTextEquals("body"u8), at, "expected op, id, key and body");
                Check(!hasBody, at, "body is given twice");
                body = _reader;
                hasBody = true;
                _reader.Skip();
            }
        }

        Check(operation is not null && hasId, at, "required: op, id");
        Check(operation!.Takes(hasBody), at,
            operation.Body is null ? "this command has no body" : "required: body");
        return Parse(operation, id, body, hasBody, key, at);
    }

    private static MarketCommand Parse(
        CommandOperation operation, ReadOnlySpan<byte> id, Utf8JsonReader body, bool hasBody, string? key,
        int at)
    {
        try
        {
            var request = key is null ? default : RequestKey.Of(key, operation, "key");
            var text = new CommandText(
                new IdParts(id, "id"), new BodyReader(body, "$"), request, hasBody);
            var command = operation.Parse(ref text);
            text.Ids.End();
            return command;
        }
        catch (MalformedException fault)
        {
            throw new MalformedException(PlaceOf(at), fault.Message);
        }
    }

    private CommandOperation ReadOperation(int at)
    {
        _reader.Read();
        foreach (var operation in CommandTable.All)
        {
            if (_reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals(operation.NameBytes))
            {
                return operation;
            }
        }

        throw new MalformedException(PlaceOf(at), "op is none of the commands");
    }

    private ReadOnlySpan<byte> ReadId(int at)
    {
        _reader.Read();
        Check(_reader.TokenType == JsonTokenType.String && !_reader.ValueIsEscaped, at, "id is a text");
        return _reader.ValueSpan;
    }

    private string ReadKey(string? known, int at)
    {
        Check(known is null, at, "key is given twice");
        _reader.Read();
        Check(_reader.TokenType == JsonTokenType.String, at, "key is a text");
        return _reader.GetString()!;
    }

    private void Expect(JsonTokenType token, string place, string expected)
    {
        if (!_reader.Read() || _reader.TokenType != token)
        {
            throw new MalformedException(place, $"expected {expected}");
        }
    }

    private static void Check(bool holds, int at, string expected)
    {
        if (!holds)
        {
            throw new MalformedException(PlaceOf(at), expected);
        }
    }

    private static string PlaceOf(int at) => FormattableString.Invariant($"$.commands[{at}]");
}
