using System.Globalization;
using System.Text.Unicode;
using FlashSale.Dashboard;

namespace FlashSale.Driver;

/// <summary>Writes the commands of virtual buyers as calls of the HTTP API: docs/reference/api.md.</summary>
internal static class CallText
{
    /// <summary>No call, and no item of a batch, is longer than this.</summary>
    public const int BytesMax = 1_024;

    private const int BodyBytesMax = 160;

    /// <summary>
    /// Writes a call by itself, with what a server must know to answer on the same connection.
    /// </summary>
    /// <param name="to">At least <see cref="BytesMax"/> bytes.</param>
    /// <param name="command">The command.</param>
    /// <param name="head">Host and keys, each line with its end.</param>
    /// <returns>Its length.</returns>
    public static int WriteCall(Span<byte> to, in LoadCommand command, string head)
    {
        Span<byte> body = stackalloc byte[BodyBytesMax];
        body = body[..WriteBody(body, command)];
        var (buyer, number) = (command.Checkout.Buyer.Value, command.Checkout.Number);
        var culture = CultureInfo.InvariantCulture;
        var length = 0;
        _ = command.Step switch
        {
            LoadStep.PutInCart => Utf8.TryWrite(
                to, culture, $"PUT /api/v1/buyers/b{buyer}/cart/l{command.Line.Listing.Value}", out length),
            LoadStep.Checkout => Utf8.TryWrite(
                to, culture, $"PUT /api/v1/checkouts/b{buyer}-{number}", out length),
            LoadStep.Pay => Utf8.TryWrite(
                to, culture, $"PUT /api/v1/checkouts/b{buyer}-{number}/payment", out length),
            var step => Utf8.TryWrite(
                to, culture, $"PUT /api/v1/orders/b{buyer}-{number}.0/steps/{WordOf(step)}", out length),
        };
        var fits = body.IsEmpty
            ? Utf8.TryWrite(
                to[length..], culture, $" HTTP/1.1\r\n{head}Content-Length: 0\r\n\r\n", out var more)
            : Utf8.TryWrite(
                to[length..], culture,
                $" HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n",
                out more);
        Invariant.Holds(fits && length + more + body.Length <= to.Length, "a call fits");
        body.CopyTo(to[(length + more)..]);
        return length + more + body.Length;
    }

    /// <summary>Writes a command as an item of a batch; gives its length.</summary>
    /// <param name="to">At least <see cref="BytesMax"/> bytes.</param>
    /// <param name="command">The command.</param>
    public static int WriteItem(Span<byte> to, in LoadCommand command)
    {
        Span<byte> body = stackalloc byte[BodyBytesMax];
        body = body[..WriteBody(body, command)];
        var (buyer, number) = (command.Checkout.Buyer.Value, command.Checkout.Number);
        var culture = CultureInfo.InvariantCulture;
        var length = 0;
        _ = command.Step switch
        {
            LoadStep.PutInCart => Utf8.TryWrite(
                to, culture, $"{{\"op\":\"put-in-cart\",\"id\":\"b{buyer}/l{command.Line.Listing.Value}\"",
                out length),
            LoadStep.Checkout => Utf8.TryWrite(
                to, culture, $"{{\"op\":\"checkout\",\"id\":\"b{buyer}-{number}\"", out length),
            LoadStep.Pay => Utf8.TryWrite(
                to, culture, $"{{\"op\":\"pay\",\"id\":\"b{buyer}-{number}\"", out length),
            var step => Utf8.TryWrite(
                to, culture, $"{{\"op\":\"step-order\",\"id\":\"b{buyer}-{number}.0/{WordOf(step)}\"",
                out length),
        };
        if (!body.IsEmpty)
        {
            ",\"body\":"u8.CopyTo(to[length..]);
            length += 8;
            body.CopyTo(to[length..]);
            length += body.Length;
        }

        to[length++] = (byte)'}';
        return length;
    }

    /// <summary>Writes the head of a batch; gives its length.</summary>
    /// <param name="to">At least <see cref="BytesMax"/> bytes.</param>
    /// <param name="head">Host and keys, each line with its end.</param>
    /// <param name="bodyLength">Bytes of the body that follows.</param>
    public static int WriteBatchHead(Span<byte> to, string head, int bodyLength)
    {
        var fits = Utf8.TryWrite(
            to, CultureInfo.InvariantCulture,
            $"POST /api/v1/batch HTTP/1.1\r\n{head}Content-Type: application/json\r\n"
            + $"Content-Length: {bodyLength}\r\n\r\n",
            out var length);
        Invariant.Holds(fits, "a head fits");
        return length;
    }

    private static int WriteBody(Span<byte> to, in LoadCommand command)
    {
        var culture = CultureInfo.InvariantCulture;
        var (line, length) = (command.Line, 0);
        _ = command.Step switch
        {
            LoadStep.PutInCart => Utf8.TryWrite(
                to, culture, $"{{\"units\":{line.Units},\"priceSeenFen\":{line.PriceSeen.Fen}}}", out length),
            LoadStep.Checkout => Utf8.TryWrite(
                to, culture,
                $"{{\"lines\":[{{\"listing\":\"l{line.Listing.Value}\",\"units\":{line.Units},"
                + $"\"priceSeenFen\":{line.PriceSeen.Fen}}}]}}",
                out length),
            LoadStep.Pay => Utf8.TryWrite(
                to, culture, $"{{\"channel\":\"{WordOf(command.Channel)}\"}}", out length),
            _ => true,
        };
        return length;
    }

    private static string WordOf(LoadStep step) => step switch
    {
        LoadStep.Ship => "ship",
        LoadStep.Deliver => "deliver",
        LoadStep.Confirm => "confirm",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no step of an order"),
    };

    private static string WordOf(PaymentChannel channel) => WordTable<PaymentChannel>.Of(channel);
}
