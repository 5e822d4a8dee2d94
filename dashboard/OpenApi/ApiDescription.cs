using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>The OpenAPI document, made from the same tables as the endpoints.</summary>
internal static class ApiDescription
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    private static readonly RequestFault[] OfAll =
    [
        RequestFault.Malformed, RequestFault.KeyMissing, RequestFault.WrongKey, RequestFault.OperatorOnly,
        RequestFault.Busy, RequestFault.Halted, RequestFault.NoAnswer, RequestFault.NoKeysSet,
    ];

    /// <summary>The document.</summary>
    public static byte[] Make()
    {
        var schemas = new ApiSchemas();
        var paths = Paths(schemas);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "FlashSale",
                ["version"] = "1",
                ["description"] = "A marketplace at Singles' Day. Money is whole fen; ids are chosen by the "
                    + "client; the same call again gives the same answer.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = MarketApi.Root }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.All,
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
            },
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject()),
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Default.JsonObject);
    }

    private static JsonObject Paths(ApiSchemas schemas)
    {
        var paths = new JsonObject();
        foreach (var command in CommandTable.All)
        {
            Add(paths, command.Method, command.Path, OfCommand(command, schemas));
        }

        foreach (var query in QueryTable.All)
        {
            Add(paths, "GET", query.Path, OfQuery(query, schemas));
        }

        foreach (var call in StudyOperations.All)
        {
            Add(paths, call.Method, call.Path, OfStudies(call, schemas));
        }

        AddRest(paths);
        return paths;
    }

    private static void Add(JsonObject paths, string method, string path, JsonObject operation)
    {
        if (paths[$"/{path}"] is not JsonObject methods)
        {
            paths[$"/{path}"] = methods = [];
        }

        methods[method.ToLowerInvariant()] = operation;
    }

    private static JsonObject OfCommand(CommandOperation command, ApiSchemas schemas)
    {
        var problems = OfAll.Append(RequestFault.IdOutOfRange);
        var responses = Responses(
            schemas.RefOf(command.Answer),
            Refusals.Of(command.Answer).Concat(WithBody(problems, command.Body is not null)
                .Select(RequestProblems.Of)));
        var operation = Operation(command.Name, command.Summary, command.Caller, responses);
        JsonArray parameters = [.. Ids(command.Ids)];
        if (command.IsKeyed)
        {
            parameters.Add(new JsonObject
            {
                ["name"] = RequestKey.Header,
                ["in"] = "header",
                ["description"] = "A name of the client for this request, so that a late repeat is known.",
                ["schema"] = new JsonObject { ["type"] = "string", ["maxLength"] = RequestId.KeyLengthMax },
            });
        }

        operation["parameters"] = parameters;
        if (command.Body is { } body)
        {
            operation["requestBody"] = Body(schemas.RefOf(body), !command.BodyIsOptional);
        }

        return operation;
    }

    private static JsonObject OfQuery(QueryOperation query, ApiSchemas schemas)
    {
        var faults = OfAll.Append(RequestFault.NotFound).Append(RequestFault.NotOffered);
        var operation = Operation(
            query.Name, query.Summary, query.Caller,
            Responses(schemas.RefOf(query.Answer), faults.Select(RequestProblems.Of)));
        operation["parameters"] = Parameters(query.Ids, query.Parameters);
        return operation;
    }

    private static JsonObject OfStudies(StudyOperation call, ApiSchemas schemas)
    {
        var faults = WithBody(
            OfAll.Append(RequestFault.NotFound).Append(RequestFault.NotOffered), call.Body is not null);
        var responses = Responses(
            call.Document is { } document ? schemas.RefOf(document) : [],
            faults.Select(RequestProblems.Of).Concat(call.Refusals.Select(StudyProblems.Of)), call.Type);
        var operation = Operation(call.Name, call.Summary, Caller.Operator, responses);
        operation["parameters"] = Parameters(call.Ids, call.Parameters);
        if (call.Body is { } body)
        {
            operation["requestBody"] = Body(schemas.RefOf(body));
        }

        return operation;
    }

    private static JsonArray Parameters(IReadOnlyList<string> ids, IReadOnlyList<QueryParameter> known) =>
    [
        .. Ids(ids),
        .. known.Select(parameter => new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["description"] = parameter.Meaning,
            ["schema"] = new JsonObject { ["type"] = "string" },
        }),
    ];

    private static JsonObject Body(JsonObject schema, bool isRequired = true) => new()
    {
        ["required"] = isRequired,
        ["content"] = Content(Json, schema),
    };

    private static void AddRest(JsonObject paths)
    {
        var document = new JsonObject
        {
            [Text(StatusCodes.Status200OK)] = new JsonObject { ["description"] = "This document." },
        };
        Add(paths, "GET", "openapi.json",
            Operation("openapi", "This document.", Caller.Anyone, document));
        var stream = new JsonObject
        {
            ["101"] = new JsonObject { ["description"] = "A WebSocket of binary frames." },
        };
        Add(paths, "GET", "stream",
            Operation(StreamEndpoint.Name, "Opens a command stream.", Caller.Anyone, stream));
        var batch = Operation(
            BatchEndpoint.Name, "Carries out many commands, answered in their order, each by itself.",
            Caller.Anyone, Responses(
                ApiSchemas.RefOf("BatchAnswers"),
                WithBody(OfAll.Append(RequestFault.IdOutOfRange), hasBody: true).Select(RequestProblems.Of)));
        batch["requestBody"] = Body(ApiSchemas.RefOf("Batch"));
        Add(paths, "POST", "batch", batch);
    }

    private static JsonObject Operation(
        string name, string summary, Caller caller, JsonObject responses) => new()
        {
            ["operationId"] = name,
            ["summary"] = summary,
            ["tags"] = new JsonArray(caller == Caller.Operator ? "operators" : "buyers and sellers"),
            ["responses"] = responses,
        };

    private static IEnumerable<JsonObject> Ids(IReadOnlyList<string> names) =>
        names.Select(name => new JsonObject
        {
            ["name"] = name,
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = ApiSchemas.OfAddress(name),
        });

    private static IEnumerable<RequestFault> WithBody(IEnumerable<RequestFault> faults, bool hasBody) =>
        hasBody
            ? faults.Concat([RequestFault.TooLarge, RequestFault.TooSlow, RequestFault.NotJson])
            : faults;

    private static JsonObject Responses(
        JsonObject answer, IEnumerable<ProblemType> problems, string type = Json)
    {
        var responses = new JsonObject
        {
            [Text(StatusCodes.Status200OK)] = new JsonObject
            {
                ["description"] = "It is done.",
                ["content"] = Content(type, answer),
            },
        };
        foreach (var same in problems.GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            responses[Text(same.Key)] = new JsonObject
            {
                ["description"] = string.Join(
                    "; ", same.Select(problem => $"`{problem.Uri}`: {problem.Title}")),
                ["content"] = Content(Problem, ApiSchemas.RefOf("Problem")),
            };
        }

        return responses;
    }

    private static JsonObject Content(string type, JsonObject schema) =>
        new() { [type] = new JsonObject { ["schema"] = schema } };

    private static string Text(int status) =>
        status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
