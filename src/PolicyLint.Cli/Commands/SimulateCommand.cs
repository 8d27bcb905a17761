using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyLint.Catalog;
using PolicyLint.Cli.Checking;
using PolicyLint.Evaluation;

namespace PolicyLint.Cli.Commands;

/// <summary><c>policylint simulate</c>: what becomes of requests under policies.</summary>
internal sealed class SimulateCommand : Command
{
    public new const string Name = "simulate";

    public const string Examples =
        """
          policylint simulate --identity role.json --action sagemaker:CreateTrainingJob --on 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/x'
          policylint simulate --identity user.json group.json --boundary limit.json --action s3:GetObject s3:PutObject --on arn:aws:s3:::data/a.csv
          policylint simulate --identity role.json --resource-policy key.json --action kms:Decrypt --on arn:aws:kms:eu-west-1:111122223333:key/k \
            --principal arn:aws:iam::111122223333:role/reader --context kms:ViaService=s3.eu-west-1.amazonaws.com
          policylint simulate --identity role.json --scp root.json ou.json,ou-deny.json --action ec2:RunInstances --partial-context

        Exit codes:
          0  allowed, every request             2  the call or an input is wrong
          1  denied, one or more                3  undetermined: what is not known decides
        """;

    private readonly Terminal _terminal;
    private readonly Option<string[]> _identity = Files("--identity", "The principal's policies, its groups' included");
    private readonly Option<string?> _resource = OneFile("--resource-policy", "The policy of the resource; for sts:AssumeRole the trust policy");
    private readonly Option<string?> _boundary = OneFile("--boundary", "The principal's permissions boundary");
    private readonly Option<string[]> _session = Files("--session", "The policies passed for the session");
    private readonly Option<string[]> _scp = Files("--scp", "SCPs, one FILE for each level from the root down; several of one level with commas between");
    private readonly Option<string[]> _rcp = Files("--rcp", "The RCPs of all levels");
    private readonly Option<string?> _endpoint = OneFile("--endpoint", "The policy of the VPC endpoint that the request goes through");
    private readonly Option<string[]> _actions = Many("--action", "The actions asked for", "ACTION", isRequired: true);
    private readonly Option<string[]> _resources = Many("--on", "The resources asked for; with * or ? every one that matches (*)", "ARN");

    private readonly Option<RequestPrincipal> _principal = new("--principal")
    {
        Description = "Who asks: an ARN, a service (ec2.amazonaws.com), or anonymous; without it somebody of the resource's account",
        HelpName = "ARN",
        DefaultValueFactory = _ => RequestPrincipal.Unspecified,
        CustomParser = ParsePrincipal,
    };

    private readonly Option<string?> _account = new("--resource-account")
    {
        Description = "The account that owns the resource (the one in its ARN, else the principal's)",
        HelpName = "ACCOUNT",
    };

    private readonly Option<string[]> _context = Many("--context", "Keys of the request; a key given again has several values", "KEY=VALUE");

    private readonly Option<bool> _partial = new("--partial-context")
    {
        Description = "Keys that are not given are not known; else they are not in the request",
    };

    private readonly ChoiceOption<Func<AccessResult, AccessDecision>> _assume = new(
        "--assume",
        "Take what is not known in favour of access or against it, instead of answering undetermined",
        static result => result.Decision,
        ("best", static result => result.BestCase),
        ("worst", static result => result.WorstCase));

    private readonly CatalogOption _catalog = new();

    private readonly ChoiceOption<ReportFormat> _format = new(
        "--format", "The form of the answers (text)", ReportFormat.Text, ("text", ReportFormat.Text), ("json", ReportFormat.Json));

    public SimulateCommand(Terminal terminal)
        : base(Name, "Say whether requests are allowed under policies, and by which statements.")
    {
        _terminal = terminal;
        Option[] options =
        [
            _identity, _resource, _boundary, _session, _scp, _rcp, _endpoint,
            _actions, _resources, _principal, _account, _context, _partial, _assume, _format, _catalog,
        ];
        foreach (Option option in options)
            Options.Add(option);

        _actions.Validators.Add(RequireActions);
        _context.Validators.Add(RequirePairs);
        SetAction(call => _catalog.Run(call, terminal, catalog => Run(call, catalog)));
    }

    private int Run(ParseResult call, ServiceCatalog catalog)
    {
        var reader = new PolicyFileReader(_terminal);
        ApplicablePolicies policies = ReadPolicies(call, reader);
        if (reader.HasFailed)
            return (int)ExitCode.WrongInput;

        Func<AccessResult, AccessDecision> decide = _assume.Of(call);
        var evaluator = new AccessEvaluator(policies, catalog);
        ImmutableArray<SimulatedRequest> answers =
        [
            .. from request in Requests(call)
               let result = evaluator.Evaluate(request)
               select new SimulatedRequest(request, result, decide(result)),
        ];
        var report = new SimulationReport(_terminal);
        if (_format.Of(call) == ReportFormat.Json)
            report.WriteJson(answers, catalog);
        else
            report.WriteText(answers);

        return (int)answers.Max(static answer => answer.ExitCode);
    }

    private ApplicablePolicies ReadPolicies(ParseResult call, PolicyFileReader reader) => new()
    {
        Identity = reader.ReadAll(call.GetValue(_identity), PolicyType.Identity),
        Resource = reader.ReadOne(call.GetValue(_resource), type: null),
        Boundary = reader.ReadOne(call.GetValue(_boundary), PolicyType.Boundary),
        Session = reader.ReadAll(call.GetValue(_session), PolicyType.Identity),
        Scps = [.. (call.GetValue(_scp) ?? []).Select(level => reader.ReadAll(level.Split(','), PolicyType.Scp))],
        Rcps = reader.ReadAll(call.GetValue(_rcp), PolicyType.Rcp),
        VpcEndpoint = reader.ReadOne(call.GetValue(_endpoint), PolicyType.VpcEndpoint),
    };

    private IEnumerable<AccessRequest> Requests(ParseResult call)
    {
        RequestContext context = ReadContext(call);
        return from action in call.GetRequiredValue(_actions)
               from resource in call.GetValue(_resources) is { Length: > 0 } named ? named : ["*"]
               select new AccessRequest
               {
                   Action = action,
                   Resource = resource,
                   ResourceAccount = call.GetValue(_account),
                   Principal = call.GetValue(_principal)!,
                   Context = context,
               };
    }

    private RequestContext ReadContext(ParseResult call)
    {
        RequestContext start = call.GetValue(_partial) ? RequestContext.Open : RequestContext.Empty;
        return (call.GetValue(_context) ?? [])
            .Select(static pair => pair.Split('=', 2))
            .GroupBy(static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase)
            .Aggregate(start, static (context, key) => context.With(key.Key, [.. key]));
    }

    private static RequestPrincipal? ParsePrincipal(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (RequestPrincipal.TryParse(text, out RequestPrincipal? principal))
            return principal;

        argument.AddError($"--principal: '{text}' is not the ARN of a user, role, session or root user, and no service");
        return null;
    }

    private static void RequireActions(OptionResult option)
    {
        foreach (Token token in option.Tokens)
        {
            if (token.Value.Split(':') is not [not "", not ""] || token.Value.AsSpan().ContainsAny('*', '?'))
                option.AddError($"--action: '{token.Value}' is no action; one is written service:Name, as in s3:GetObject, without wildcards");
        }
    }

    private static void RequirePairs(OptionResult option)
    {
        foreach (Token token in option.Tokens)
        {
            if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1)
                option.AddError($"--context: '{token.Value}' is not KEY=VALUE");
        }
    }

    private static Option<string[]> Files(string name, string description) => Many(name, description, "FILE");

    private static Option<string?> OneFile(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static Option<string[]> Many(string name, string description, string helpName, bool isRequired = false) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        Required = isRequired,
    };
}
