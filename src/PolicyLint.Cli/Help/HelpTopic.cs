namespace PolicyLint.Cli.Help;

/// <summary>A page of <c>policylint help</c> that is about no single command.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="Text">The page.</param>
internal sealed record HelpTopic(string Name, string Title, string Text)
{
    /// <summary>The pages, in the order of their names.</summary>
    public static IReadOnlyList<HelpTopic> All { get; } =
    [
        new("baselines", "Starting in a project that has findings already",
            """
            A baseline keeps the findings that there are, and a check tells of new ones only:

              policylint baseline write policies/
              policylint check --baseline policylint-baseline.json policies/

            Commit the file. It holds when layout, order or Sids change; what a statement grants is
            what counts. `check` says which findings no longer occur: write the baseline anew then.
            """),
        new("configuration", "policylint.json: which rules run, and what you live with",
            """
            For each policy the nearest policylint.json holds: the one in its folder, or above it, up to
            the root of the repository. One file holds, alone: nothing is merged.

              policylint init                     writes one to start from
              policylint config show role.json    what holds for a file, and where each value comes from
              policylint config verify            what is wrong with a configuration

            --config FILE uses one file for everything, --no-config none. Options of the call win over
            what is configured. Nothing in a configuration is run.
            """),
        new("environment", "The environment variables that are looked at",
            """
            NO_COLOR                   not empty: no colours, unless --color says otherwise
            TERM                       dumb: no colours
            GITHUB_STEP_SUMMARY        --format github adds a summary of the job to this file
            GITHUB_WORKSPACE           the root that --format github and sarif name files from
            AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_PROFILE, AWS_REGION
                                       as every client of AWS, and only with --confirm
            """),
        new("exit-codes", "What the exit code says",
            """
            0  nothing at or above --fail-on (by default: no error and no warning)
            1  findings
            2  the call or a configuration is wrong, or an input is no policy; what could be checked is
               still reported
            3  the check is incomplete: a rule failed, or an answer that --confirm required asks for is
               missing

            The graver one wins. A script that wants to know only whether all is well compares with 0.
            """),
        new("formats", "The forms of a report, and who reads them",
            """
            text      people, at a terminal
            json      programs
            msbuild   builds and editors: file(line,column): error PLnnnn: text
            github    annotations in a workflow of GitHub, the text beside them, and a summary of the job
            sarif     code scanning, and whatever else reads SARIF 2.1.0
            junit     pipelines that show tests: a suite for each file, a failed case for each rule that found something
            markdown  comments and pages
            html      one page that needs nothing beside it, to send to somebody

            --output FILE writes the report to a file. The exit code is the same in every form.
            """),
        new("hooks", "Before each commit: pre-commit, and git alone",
            """
            With pre-commit, in .pre-commit-config.yaml:

              - repo: https://github.com/policylint/policylint
                rev: v0.1.0
                hooks:
                  - id: policylint          # builds the tool from the repository: needs the .NET 10 SDK
                  # - id: policylint-system # takes the policylint that is installed

            Without it: copy hooks/pre-commit of the repository to .git/hooks. Both check what the commit
            changes and nothing else. A hook names files that may be no policies: --skip-others passes
            over those.
            """),
        new("inputs", "Which files are read, and what is found in them",
            """
            What a file is, is told by its content: a policy; a template of CloudFormation, SAM or CDK;
            the JSON of a Terraform plan or state, or of a Pulumi preview or stack; a dump of
            `aws iam get-account-authorization-details`. Each policy in it is linted for itself.

            A folder means its *.json, *.yaml, *.yml and *.template, at any depth; hidden files, bin, obj
            and node_modules are passed over. So is what is no policy. A pattern in quotes ('infra/**/*.json')
            means every file that it matches. A file that is named must be a policy, unless --skip-others
            says that it need not. - is standard input.
            """),
        new("types", "What a policy is attached to, and why that matters",
            """
            identity, resource and trust are told apart by the content of a policy. scp, rcp, boundary and
            vpc-endpoint look like them and mean something else: give --type, or say it in policylint.json:

              "files": [ { "glob": "guardrails/**", "type": "scp" } ]

            Each type has its own grammar, size limit and rules. --resource-type AWS::S3::Bucket says more
            of a resource policy.
            """),
    ];
}
