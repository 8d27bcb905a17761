using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyLint.Analysis;
using PolicyLint.Rules.Personas;

namespace PolicyLint.Cli.Commands;

/// <summary>The options that tell what an account has, and who works in it.</summary>
internal sealed class ValueOptions
{
    private readonly Option<string?>[] _named =
    [
        Named("account", "A", "The account of the resources"),
        Named("region", "R", "The region of the resources"),
        Named("project", "P", "What the names of the project's resources start with"),
    ];

    private readonly Option<string[]> _roles = new("--role")
    {
        Description = "The ARN of a role that may be passed to SageMaker; may be repeated",
        HelpName = "ARN",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = $"Another value ({string.Join(", ", PersonaValues.Names.Except(["account", "region", "project"]))}); may be repeated",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    public ValueOptions()
    {
        _roles.Validators.Add(RequireRoles);
        _set.Validators.Add(RequireValues);
    }

    public IEnumerable<Option> All => [.. _named, _roles, _set];

    /// <summary>An option that names a persona.</summary>
    public static Option<Persona?> PersonaOption(string description) => new("--persona")
    {
        Description = description,
        HelpName = "NAME",
        CustomParser = ParsePersona,
    };

    /// <summary>What a call tells.</summary>
    public PersonaValues Of(ParseResult call)
    {
        IEnumerable<KeyValuePair<string, string>> named = _named
            .Where(option => call.GetValue(option) is not null)
            .Select(option => KeyValuePair.Create(option.Name[2..], call.GetValue(option)!));
        IEnumerable<KeyValuePair<string, string>> set = (call.GetValue(_set) ?? [])
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        return new PersonaValues
        {
            Given = PersonaValues.Examples.Given.SetItems([.. set, .. named]),
            Roles = [.. call.GetValue(_roles) ?? []],
        };
    }

    private static Option<string?> Named(string name, string helpName, string description)
    {
        var option = new Option<string?>($"--{name}") { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [.., var token] && PersonaValues.FaultOf(name, token.Value) is { } fault)
                result.AddError($"--{name}: '{token.Value}' cannot be used: {fault}");
        });
        return option;
    }

    private static void RequireValues(OptionResult option)
    {
        foreach (Token token in option.Tokens)
        {
            string[] pair = token.Value.Split('=', 2);
            if (pair.Length < 2)
                option.AddError($"--set: '{token.Value}' is not NAME=VALUE");
            else if (PersonaValues.FaultOf(pair[0], pair[1]) is { } fault)
                option.AddError($"--set: '{token.Value}' cannot be used: {fault}");
        }
    }

    private static void RequireRoles(OptionResult option)
    {
        foreach (Token token in option.Tokens)
        {
            if (!IsRole(token.Value))
                option.AddError($"--role: '{token.Value}' is not the ARN of a role, such as arn:aws:iam::111122223333:role/training");
        }
    }

    private static bool IsRole(string text) =>
        ArnPattern.TryParse(text, policyVariables: true, out ArnPattern? arn)
        && arn.Service.Text == "iam" && arn.Resource.Text.StartsWith("role/", StringComparison.Ordinal)
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || "+=,.@_-/:".Contains(c, StringComparison.Ordinal));

    private static Persona? ParsePersona(ArgumentResult argument)
    {
        string name = argument.Tokens[0].Value;
        if (BuiltInPersonas.Find(name) is { } persona)
            return persona;

        argument.AddError($"no persona is called '{name}'{Spelling.DidYouMean(name, BuiltInPersonas.All.Select(known => known.Name))} (policylint suggest --list lists them)");
        return null;
    }
}
